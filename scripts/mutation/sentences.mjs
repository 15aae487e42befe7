// Leaves sentences out of mutation: a string or template with a space between its words. See stryker.config.mjs.
const isSentence = (text) => /\S \S|^ \S|\S $/.test(text);

const sentences = {
  shouldIgnore({ node }) {
    if (node.type === 'StringLiteral' && isSentence(node.value)) return 'a sentence';
    if (node.type === 'TemplateLiteral' && node.quasis.some((quasi) => isSentence(quasi.value.raw))) return 'a sentence';
    return undefined;
  },
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'sentences', value: sentences }];
