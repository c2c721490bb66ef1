type Tab = { href: string; text: string; current: boolean };

/** The lists of one screen, by the state of what stands in them. */
export function StateTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul class="doors">
        {tabs.map(({ href, text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
