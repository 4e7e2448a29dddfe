//! What is asked of a corpus, and what it answers.
