/** The charts of *Credit summary* (design.md 7): each shows one section of its table, line by line. */
export interface ChartSpec {
  readonly title: string;
  readonly type: 'Pie' | 'ColumnClustered' | 'BarClustered';
  /** Text of the column Section. */
  readonly section: string;
}

export const SUMMARY_CHARTS: readonly ChartSpec[] = [
  { title: 'True against false credit', type: 'Pie', section: 'True against false' },
  { title: 'Credit by age in days', type: 'ColumnClustered', section: 'Age in days' },
  { title: 'Credit by cause', type: 'BarClustered', section: 'Cause' },
];

export interface ChartRows {
  readonly spec: ChartSpec;
  /** 0-based row of the table's body, and how many. */
  readonly first: number;
  readonly count: number;
}

/** Where each section stands; one whose rows a person has sorted apart has no chart. */
export function chartRows(specs: readonly ChartSpec[], sections: readonly unknown[]): ChartRows[] {
  return specs.flatMap((spec) => {
    const [first, last] = [sections.indexOf(spec.section), sections.lastIndexOf(spec.section)];
    const count = sections.filter((section) => section === spec.section).length;
    return first >= 0 && last - first + 1 === count ? [{ spec, first, count }] : [];
  });
}
