import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Written by the renderer as XML writes them, which HTML allows.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Tables become cards on a telephone and lose their roles in the browser: they are written for screen readers.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Titles hold a soldier's name and a burial place's.
    'long-title': 'off',
    // Telephone numbers and grammar are of the language, not of the markup.
    'tel-non-breaking': 'off',
  },
});

/** What is wrong in a page as HTML, one line a fault. */
export async function htmlFaults(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  );
}
