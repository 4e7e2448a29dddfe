//! Where the graph's nodes stand: deterministic, in steps.
