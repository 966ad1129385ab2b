// What is sent: a draft of 1 KB, and drafts that every contender must refuse.

const line = {
  sku: 'b-1001',
  title: 'A Pattern Language: Towns, Buildings, Construction',
  quantity: 1,
  price: 29.5,
};

export const draft = {
  customer: { name: 'Ada Lovelace', email: 'ada@analytical.example', phone: '+44 20 7946 0958' },
  ship: {
    name: 'Ada Lovelace',
    street: ['Analytical Engine Works', '12 St James’s Square'],
    city: 'London',
    postcode: 'SW1Y 4JH',
    country: 'GB',
  },
  currency: 'gbp',
  priority: 2,
  gift: false,
  note: 'Please ring the lower bell; the upper one has not been connected since the works moved downstairs.',
  tags: ['books', 'architecture', 'returning'],
  lines: [
    line,
    { ...line, sku: 'b-2002', title: 'The Timeless Way of Building', quantity: 2, price: 24 },
    { ...line, sku: 'b-3003', title: 'Notes on the Synthesis of Form', quantity: 1, price: 18.25 },
    { ...line, sku: 'b-4004', title: 'The Oregon Experiment', quantity: 3, price: 21.75 },
    { ...line, sku: 'b-5005', title: 'A City Is Not a Tree', quantity: 1, price: 12 },
  ],
};

const { customer, lines } = draft;
const { email: _, ...nameless } = customer;

/** Bodies that break the document in one place each. */
export const broken = {
  'not JSON': '{"customer":',
  'a property is missing': JSON.stringify({ ...draft, customer: nameless }),
  'another type': JSON.stringify({ ...draft, gift: 'no' }),
  'not in the enumeration': JSON.stringify({ ...draft, currency: 'xau' }),
  'too small': JSON.stringify({ ...draft, lines: [{ ...line, quantity: 0 }] }),
  'not an integer': JSON.stringify({ ...draft, lines: [{ ...line, quantity: 1.5 }] }),
  'too short': JSON.stringify({ ...draft, customer: { ...customer, name: '' } }),
  'too long': JSON.stringify({ ...draft, note: 'n'.repeat(501) }),
  'too few items': JSON.stringify({ ...draft, lines: [] }),
  'too many items': JSON.stringify({ ...draft, lines: Array(51).fill(lines[0]) }),
};
