export function demoResponsibilities(): { lists: object[]; items: object[] } { return { lists: [], items: [] }; }
