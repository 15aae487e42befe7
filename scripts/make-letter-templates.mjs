/**
 * Makes the Word mail-merge templates in assets/: payer-letter.docx, patient-letter.docx, dispute-letter.docx. Run by hand when a letter's words have
 * to change (node scripts/make-letter-templates.mjs); the results are committed. «Name» stands for a merge field: a heading of Payer letters or
 * Patient letters. A line that holds only fields which turn out empty is left out by Word and by LibreOffice.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const properties = (bold) => (bold ? '<w:rPr><w:b/></w:rPr>' : '');
const plain = (text, bold) => (text === '' ? '' : `<w:r>${properties(bold)}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`);
const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const field = (name, bold) =>
  `${mark('begin')}<w:r><w:instrText xml:space="preserve"> MERGEFIELD ${name} </w:instrText></w:r>${mark('separate')}${plain(`«${name}»`, bold)}${mark('end')}`;

/** Text with «fields» as runs. */
const runs = (text, bold) =>
  text
    .split(/(«\w+»)/)
    .map((part) => (part.startsWith('«') ? field(part.slice(1, -1), bold) : plain(part, bold)))
    .join('');
const paragraph = (text, { bold = false, style = '' } = {}) =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs(text, bold)}</w:p>`;
const line = (text, options = {}) => paragraph(text, { style: 'Line', ...options });

const cell = (width, text, bold) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${line(text, { bold })}</w:tc>`;
/** Two columns: what, and its value. */
const facts = (...rows) =>
  '<w:tbl><w:tblPr><w:tblW w:w="9360" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="4" w:color="A6A6A6"/>' +
  '<w:bottom w:val="single" w:sz="4" w:color="A6A6A6"/><w:insideH w:val="single" w:sz="2" w:color="D9D9D9"/></w:tblBorders>' +
  '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  '<w:tblGrid><w:gridCol w:w="2900"/><w:gridCol w:w="6460"/></w:tblGrid>' +
  `${rows.map(([what, value]) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(2900, what, true)}${cell(6460, value, false)}</w:tr>`).join('')}</w:tbl>${line('')}`;

const letterhead = [paragraph('«ProviderName»', { style: 'Letterhead' }), paragraph('«ProviderAddress»', { style: 'LetterheadLine' })];
const signature = (close) => [paragraph(close), line(''), line(''), line('«SignerName»'), line('«SignerTitle»'), line('«ProviderName»')];
const payerAddress = [
  line('«LetterDate»'),
  line(''),
  line('«PayerName»'),
  line('«PayerAttn»'),
  line('«PayerAddr1»'),
  line('«PayerAddr2»'),
  line('«PayerCity», «PayerState» «PayerZip»'),
  line(''),
];
const claimFacts = [
  ['Patient', '«PatientName»'],
  ['Member ID', '«MemberId»'],
  ['Group number', '«GroupNo»'],
  ['Our account number', '«AccountNo»'],
  ['Claim number', '«ClaimNo»'],
  ['Your reference', '«PayerRef»'],
  ['Dates of service', '«DosFrom» to «DosTo»'],
  ['Your payment', '«PaidAmount» on «PaidDate», check or EFT «OrigCheckNo»'],
  ['NPI and tax ID', 'NPI «ProviderNpi», TIN «ProviderTin»'],
];

export const LETTERS = {
  'payer-letter': [
    ...letterhead,
    ...payerAddress,
    paragraph('Refund of an overpayment: «RefundAmount»', { bold: true }),
    paragraph('To whom it may concern:'),
    paragraph(
      'We reviewed the account below and found that the amount paid is more than the amount due. We are returning «RefundAmount» («RefundAmountWords»).',
    ),
    facts(...claimFacts, ['Refund', '«RefundAmount»'], ['Refund check', '«RefundCheckNo»']),
    paragraph('Reason: «ReasonText»'),
    paragraph('Calculation: «CalcText»'),
    paragraph(
      'Please apply this refund to the claim above and do not recover the same amount from a later payment. If you have already done so, or have asked for the amount in another letter, tell us and return the check.',
    ),
    paragraph('Questions: «ContactName», «ContactPhone».'),
    ...signature('Sincerely,'),
    line(''),
    line('Enclosed: «EnclosureList»'),
  ],
  'patient-letter': [
    ...letterhead,
    line('«LetterDate»'),
    line(''),
    line('«PayeeName»'),
    line('«PayeeAddr1»'),
    line('«PayeeAddr2»'),
    line('«PayeeCity», «PayeeState» «PayeeZip»'),
    line(''),
    paragraph('Your refund of «RefundAmount»', { bold: true }),
    paragraph('«Salutation»'),
    paragraph(
      'We reviewed your account and found that we owe you money. Your refund is «RefundAmount» («RefundAmountWords»). You do not have to do anything to receive it.',
    ),
    facts(
      ['Account number', '«AccountNo»'],
      ['Date of service', '«DosFrom»'],
      ['You paid in total', '«PaidTotal»'],
      ['Your share', '«ResponsibilityTotal»'],
      ['Applied elsewhere', '«AppliedElsewhere»'],
      ['Your refund', '«RefundAmount»'],
    ),
    paragraph('Why: «ReasonText»'),
    paragraph('We are sending the refund «RefundMethodText». You should have it by «ExpectedBy».'),
    paragraph(
      'If it has not come by then, if the address above is not yours any more, or if you have a question, call us at «ContactPhone» and name your account number.',
    ),
    ...signature('Sincerely,'),
  ],
  'dispute-letter': [
    ...letterhead,
    ...payerAddress,
    paragraph('Your request for a refund of «RefundAmount»', { bold: true }),
    paragraph('To whom it may concern:'),
    paragraph('You asked us to return «RefundAmount» («RefundAmountWords») for the claim below. We do not agree to this request.'),
    facts(...claimFacts),
    paragraph('Reason: «ReasonText»'),
    paragraph(
      'Please close the request and do not recover the amount from a later payment. If you see this differently, send us within 30 days the contract term or law you rely on, the remittance and the calculation.',
    ),
    paragraph('We keep all rights under our contract and the law. Questions: «ContactName», «ContactPhone».'),
    ...signature('Sincerely,'),
    line(''),
    line('Enclosed: «EnclosureList»'),
  ],
};

const style = (id, name, spacing, run = '', rest = '') =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${spacing}${rest}</w:pPr>${run}</w:style>`;
const STYLES =
  `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:style>' +
  style('Line', 'Letter line', '<w:spacing w:after="0"/>') +
  style('Letterhead', 'Letterhead', '<w:spacing w:after="0"/>', '<w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="30"/></w:rPr>') +
  style(
    'LetterheadLine',
    'Letterhead line',
    '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="1F3864"/></w:pBdr><w:spacing w:after="300"/>',
    '<w:rPr><w:color w:val="595959"/></w:rPr>',
  ) +
  '</w:styles>';
const TYPES =
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>';
const relations = (type, target) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const PAGE =
  '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1080" w:right="1440" w:bottom="1080" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';

/** A date of its own would make each run of the script another file. */
const MADE = new Date(Date.UTC(2026, 0, 1, 12));
function docx(body) {
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `${HEAD}<w:document xmlns:w="${W}"><w:body>${body.join('')}${PAGE}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/_rels/document.xml.rels': relations('styles', 'styles.xml'),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime: MADE }]]));
  return zipSync(files, { level: 9 });
}

const assets = join(dirname(fileURLToPath(import.meta.url)), '../assets');
for (const [name, body] of Object.entries(LETTERS)) writeFileSync(join(assets, `${name}.docx`), docx(body));
