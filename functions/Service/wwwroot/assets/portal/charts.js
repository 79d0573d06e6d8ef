// Draws the figures of a table above it, in the page's own colours. The table stays: it is what the chart is of.
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const drawn = [];

const draw = (place) => {
  const table = document.getElementById(place.dataset.chartOf);
  const columns = place.dataset.columns.split(',').map(Number);
  const rows = [...table.tBodies[0].rows];
  const headings = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const share = place.dataset.share === 'yes';
  const stacked = place.dataset.stacked === 'yes';
  const colours = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5'].map(style);
  // Colour is never alone: each series has its own pattern of points or outline besides.
  const points = ['circle', 'rect', 'triangle', 'rectRot', 'star'];
  place.hidden = false;
  const ink = style('--ink');
  const grid = style('--line');
  return new Chart(place.querySelector('canvas'), {
    type: place.dataset.kind,
    data: {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      datasets: columns.map((column, at) => ({
        label: headings[column],
        data: rows.map((row) => { const value = row.cells[column].dataset.value; return value ? Number(value) * (share ? 100 : 1) : null; }),
        backgroundColor: colours[at % colours.length],
        borderColor: place.dataset.kind === 'bar' ? ink : colours[at % colours.length],
        borderWidth: place.dataset.kind === 'bar' ? 1 : 2,
        borderDash: at % 2 ? [6, 3] : [],
        maxBarThickness: 72,
        pointStyle: points[at % points.length],
        pointRadius: 5,
        spanGaps: true,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { stacked, ticks: { color: ink }, grid: { color: grid } },
        y: { stacked, beginAtZero: true, max: share ? 100 : undefined, ticks: { color: ink, precision: share ? undefined : 0, callback: (value) => share ? `${value} %` : value }, grid: { color: grid } },
      },
      plugins: { legend: { display: columns.length > 1, labels: { color: ink, usePointStyle: place.dataset.kind !== 'bar' } } },
    },
  });
};

const all = () => {
  drawn.splice(0).forEach((chart) => chart.destroy());
  document.querySelectorAll('[data-chart-of]').forEach((place) => drawn.push(draw(place)));
};
if (window.Chart) {
  all();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
}
