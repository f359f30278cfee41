/** The product's mark: one county, its townships, and the lines between them. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <path d="M16 15.5 8.5 9.5M16 15.5 24 10.5M16 15.5 9.5 23M16 15.5 22.5 23.5M9.5 23 22.5 23.5" className="mark-line" />
      <circle cx="16" cy="15.5" r="3.6" className="mark-county" />
      <circle cx="8.5" cy="9.5" r="2.2" className="mark-township" />
      <circle cx="24" cy="10.5" r="2.2" className="mark-township" />
      <circle cx="9.5" cy="23" r="2.2" className="mark-township" />
      <circle cx="22.5" cy="23.5" r="2.2" className="mark-township" />
    </svg>
  );
}
