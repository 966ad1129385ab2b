import { describe, expect, it } from 'vitest';
import { fidelityPage, percent } from '../../../src/wit/printing/fidelity.ts';
import type { FidelityReport } from '../../../src/wit/typed-api.ts';

function report(parts: Partial<FidelityReport> = {}): FidelityReport {
  return {
    operations: 2,
    emitted: 2,
    typedShare: 1,
    stated: 10,
    freeForm: 0,
    demotions: [],
    omissions: [],
    ...parts,
  };
}

describe('fidelityPage', () => {
  it('is not there when there is nothing to say', () => {
    expect(fidelityPage(report({ freeForm: 3 }), [])).toBeUndefined();
  });

  it('lists every place under its reason, in the order of the document', () => {
    const demotions = [
      { pointer: '#/a', reason: 'one' },
      { pointer: '#/b', reason: 'other' },
      { pointer: '#/c', reason: 'one' },
    ];
    const page = fidelityPage(report({ typedShare: 0.9999, demotions }), []);
    expect(page).toContain('99.9 % of the places');
    expect(page).toContain('## Not typed');
    expect(page).toContain('one:\n\n- `#/a`\n- `#/c`\n\nother:\n\n- `#/b`\n');
    expect(page).not.toContain('## Left out');
  });

  it('tells what the reader left out apart from what WIT has no place for', () => {
    const page = fidelityPage(report({ omissions: [{ pointer: '#/h', reason: 'a header' }] }), [
      { pointer: '#/webhooks', message: 'Webhooks are not read.' },
    ]);
    expect(page).toMatch(/## Left out[\s\S]*#\/h[\s\S]*## Read otherwise[\s\S]*#\/webhooks/u);
    expect(page).toContain('\nWebhooks are not read:\n');
  });

  it.each(['`', '|', '<script>', '-->', '\n# title', '\u202e', '\u0024{x}', '<%= x %>'])(
    'keeps %j from being markup',
    (nasty) => {
      const page = fidelityPage(
        report({ demotions: [{ pointer: `#/${nasty}`, reason: nasty }] }),
        [],
      );
      expect(page).not.toMatch(/(?<!`#\/)<script|^# title|\u202e/mu);
      expect(page?.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1);
    },
  );
});

describe('percent', () => {
  it.each([
    [1, '100 %'],
    [0.99999, '99.9 %'],
    [0.5, '50 %'],
    [0, '0 %'],
  ])('%d is %s', (share, text) => expect(percent(share)).toBe(text));
});
