// The page that one would write without Readout: the same quotations, extracted beforehand, as cards with counts.
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import quotations from "quotations";

const FACETS = ["speaker", "outlet", "kind"];

function Facet({ name, chosen, onChoose }) {
  const counts = useMemo(() => {
    const counts = new Map();
    for (const quotation of quotations) counts.set(quotation[name], (counts.get(quotation[name]) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [name]);
  return (
    <section className="facet">
      <h2>{name}</h2>
      <ul>{counts.map(([value, count]) =>
        <li key={value}><button aria-pressed={chosen === value} onClick={() => onChoose(name, value)}>{value} {count}</button></li>)}
      </ul>
    </section>
  );
}

function App() {
  const [filter, setFilter] = useState({});
  const choose = (name, value) => setFilter(old => ({ ...old, [name]: old[name] === value ? undefined : value }));
  const shown = quotations.filter(q => FACETS.every(name => filter[name] === undefined || q[name] === filter[name]));
  return (
    <>
      <header><a href="#">Readout</a></header>
      <aside>{FACETS.map(name => <Facet key={name} name={name} chosen={filter[name]} onChoose={choose} />)}</aside>
      <main>
        <h1>{shown.length} quotations</h1>
        {shown.map((q, at) => (
          <article className="q" key={at}>
            <blockquote>{q.content ?? q.words}</blockquote>
            <p>{q.speaker} · {q.cue} · {q.outlet}</p>
          </article>
        ))}
      </main>
    </>
  );
}

createRoot(document.getElementById("root")).render(<App />);
