import { figuresLocale, type Language } from '../../messages/translate.ts';

const MINUS = '−';

/** Two figures are all that the calibration bears, and nothing is ever certain. */
export function probabilityText(probability: number, language: Language): string {
  const figures = new Intl.NumberFormat(figuresLocale[language], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  if (probability > 0.99) return `> ${figures.format(0.99)}`;
  if (probability < 0.01) return `< ${figures.format(0.01)}`;
  return figures.format(probability);
}

/** A weight in bits with its sign, one figure after the point. */
export function bitsText(bits: number, language: Language): string {
  if (Math.abs(bits) < 0.05) return '0';
  const figures = new Intl.NumberFormat(figuresLocale[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${bits > 0 ? '+' : MINUS}${figures.format(Math.abs(bits))}`;
}
