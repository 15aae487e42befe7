/**
 * The fields a billing export can carry and the headings they go by, as data (exports.md 1; domain.md 1.2 and 1.3). Headings are written as
 * people write them; `heading.ts` normalises both sides. Order inside a list does not matter; a heading may stand under several fields, the
 * values then decide.
 */
export type FieldKind = 'id' | 'text' | 'money' | 'day';

interface FieldSpec {
  readonly kind: FieldKind;
  readonly headings: readonly string[];
}

export const FIELDS = {
  account: {
    kind: 'id',
    headings: [
      'Account', 'Account #', 'Acct', 'Acct #', 'Acct No', 'Account ID', 'Account Number', 'Account Prefix ID', 'HAR', 'Hospital Account', 'Hospital Account ID', 'HSP_ACCOUNT_ID', 'Patient No', 'Patient Account', 'Patient Account Number',
      'Patient Account Numbers', 'Pat Acct', 'PCN', 'Patient Control Number', 'Voucher', 'Chart #', 'Chart Number', 'Billing No', 'Customer Number', 'Customer ID', 'Invoice', 'CLP01', 'Facility Account', 'Acct Key', 'ACCOUNT_NO', 'AR Account',
      'Patient Acct', 'Billing Account', 'Account Key', 'Case Number',
    ],
  },
  facility: { kind: 'text', headings: ['Facility', 'Facility Name', 'Facility ID', 'Facility Code', 'Entity', 'Practice', 'Prac Name', 'Hospital', 'Service Area', 'SERVICE_AREA_ID', 'Company Code', 'Business Unit'] },
  location: { kind: 'text', headings: ['Location', 'Loc Name', 'Loc', 'Department', 'DepartmentID', 'Dept', 'Place of Service', 'POS', 'Clinic', 'O#'] },
  patient: { kind: 'text', headings: ['Patient', 'Patient Name', 'Pat Name', 'Pt Name', 'Name', 'Client Name', 'Client', 'HSP_ACCOUNT_NAME', 'Beneficiary Name', 'Beneficiary', 'Member', 'Member Name', 'Full Name', 'Patient Full Name'] },
  firstName: { kind: 'text', headings: ['First Name', 'FirstName', 'F_Name', 'Patient First Name', 'Given Name'] },
  lastName: { kind: 'text', headings: ['Last Name', 'LastName', 'L_Name', 'Patient Last Name', 'Surname'] },
  mrn: { kind: 'id', headings: ['MRN', 'Med Rec', 'Med Rec #', 'Md Rc', 'Medical Record Number', 'Patient ID', 'PATIENTID', 'pid', 'Pubpid', 'Per Nbr', 'PAT_ID', 'Person Number', 'Person ID', 'Patient MRN', 'Client ID', 'Patient Key'] },
  guarantor: { kind: 'id', headings: ['Guarantor ID', 'Guarantor #', 'Guar #', 'Guarantor Account', 'Guar Acct', 'Guarantor Number'] },
  guarantorName: { kind: 'text', headings: ['Guarantor', 'Guarantor Name', 'Guar Name', 'Responsible Party', 'Resp Party'] },
  visit: {
    kind: 'id',
    headings: ['Encounter', 'Encounter ID', 'Encounter #', 'Enc Nbr', 'E/I/A/B', 'Dtl E/I/A/B', 'Visit', 'Visit No', 'VISIT_NUMBER', 'Visit ID', 'CSN', 'FIN', 'Case ID', 'Appointment ID', 'Appt ID', 'Admission No', 'Encounter Number'],
  },
  claim: { kind: 'id', headings: ['Claim', 'Claim #', 'Claim ID', 'CLAIMID', 'Claim Number', 'Invoice Number', 'INV_NUM', 'Inv #', 'Invoice #', 'Invoice ID', 'Bill Number', 'Bill No'] },
  icn: { kind: 'id', headings: ['ICN', 'DCN', 'Document Control Number', 'Internal Control Number', 'PayerControlNumber', 'Payer Control Number', 'Payer Claim Control Number', 'Claim Control Number', 'CLP07', 'Payer ICN', 'Payer Claim Number'] },
  line: { kind: 'id', headings: ['Line', 'Line #', 'Line No', 'Charge Line', 'Line Number', 'Charge Line #', 'Service Line', 'Claim Line', 'Charge ID', 'Ledger Line', 'Line Item'] },
  txnId: { kind: 'id', headings: ['Transaction ID', 'TX_ID', 'trx_id', 'ledger_id', 'Payment ID', 'TransactionID', 'Document_Ref', 'Trans #', 'Trans ID', 'Transaction Number', 'Txn ID', 'Posting ID', 'TX_NUM', 'ID', 'Entry ID'] },
  reversalOf: { kind: 'id', headings: ['ORIG_REV_TX_ID', 'Reversal Of', 'Reverses', 'REPOST_ETR_ID', 'ORIG_ETR_ID', 'Original Transaction', 'Original Transaction ID', 'Orig Trans ID', 'Reversed Transaction', 'Voids'] },
  voidDay: { kind: 'text', headings: ['VOID_DATE', 'Void', 'Voided', 'Void Date', 'Void Flag', 'Is Void', 'Is Voided', 'VOID_YN', 'Moved to history', 'Deleted'] },
  serviceDay: {
    kind: 'day',
    headings: [
      'DOS', 'Date of Service', 'Svc Date', 'Service Date', 'SERVICEDATE', 'FROMDATE', 'From Date', 'DOS From', 'Service From', 'CLM_START_DATE', 'Date Provided', 'Visit Date', 'VisitDate', 'Statement From', 'Admit Date', 'Admission Date', 'Admit',
      'From', 'Service Start', 'Encounter Date', 'Start Date', 'Appointment Date',
    ],
  },
  serviceTo: { kind: 'day', headings: ['TODATE', 'To Date', 'DOS To', 'Service To', 'Thru', 'Thru Date', 'Disch Date', 'Discharge Date', 'Discharge', 'Statement To', 'Service Thru', 'CLM_END_DATE'] },
  postDay: {
    kind: 'day',
    headings: [
      'Post Date', 'Posted', 'POST_DATE', 'TX_POST_DATE', 'Posting Date', 'Posted Date', 'Date Posted', 'Entry Date', 'Accounting Date', 'Proc Dt', 'Process Date', 'Ovr Proc Dt', 'Last Posting Date', 'InsertDate', 'Date', 'Trans Date', 'Tran Dt',
      'Transaction Date', 'Activity Date', 'Posted On', 'Tx Date', 'GL Date', 'UPDATE_DATE',
    ],
  },
  depositDay: { kind: 'day', headings: ['Deposit Date', 'Paid Date', 'PaidDate', 'Payment Date', 'Check Date', 'Rcvd', 'Received', 'Received Date', 'Date Received', 'EFT Date', 'Bt Dt', 'Batch Date', 'BPR16', 'Remit Date', 'Date Paid', 'Issue Date', 'Refund Date'] },
  type: {
    kind: 'text',
    headings: [
      'Type', 'TYPE', 'TX_TYPE_C_NAME', 'TX_TYPE_HA_C_NAME', 'Tran Type', 'Trans Type', 'Transaction Type', 'AmountType', 'Amount Type', 'Txn Type', 'Entry Type', 'Activity Type', 'Posting Type', 'Journal Type', 'Transaction', 'Detail Type', 'Activity',
      'Category', 'Transaction Category', 'Tx Class', 'Line Type', 'Record Type',
    ],
  },
  code: { kind: 'text', headings: ['Tran Cd', 'Trans Code', 'Transaction Code', 'Code Type', 'Tran Code', 'Pay Code', 'Payment Code', 'Adj Code', 'Adjustment Code', 'Posting Code', 'Txn Code', 'Activity Code'] },
  description: { kind: 'text', headings: ['Description', 'Desc', 'Trans Desc', 'Transaction Description', 'Details', 'Narrative', 'Tran Desc', 'Activity Description', 'Procedure Description', 'PROCEDURE_DESC', 'Item'] },
  drcr: { kind: 'text', headings: ['Dr/Cr', 'CR/DR', 'DEBIT_CREDIT_FLAG_NAME', 'Debit Credit Flag', 'D/C', 'DC Flag', 'DrCr', 'Debit/Credit', 'Sign'] },
  method: { kind: 'text', headings: ['Method', 'METHOD', 'Payment Type', 'Payment Method', 'PAYMENT_SOURCE_C_NAME', 'PaymentMethodType', 'Quick Pmt Type', 'Mode', 'Pay Method', 'Tender', 'Payment Source'] },
  bucket: { kind: 'text', headings: ['Bucket', 'Liability', 'Liability Bucket', 'Responsibility', 'Resp', 'Insurance Level', 'Bill To', 'Billed To', 'Payer Level', 'Transfer Type', 'TRANSFERTYPE', 'Coverage Level', 'Next Responsible Party'] },
  check: {
    kind: 'id',
    headings: [
      'Check #', 'Check No', 'Chk #', 'Check Number', 'Check', 'Check/Ref No', 'Reference', 'Reference Number', 'Ref #', 'Ref No', 'Ref', 'REFERENCE_NUM', 'CheckOrEftTraceNumber', 'Trace ID', 'Trace Number', 'TRN02', 'EFT #', 'EFT Number',
      'Check/EFT', 'Check/EFT #', 'Check EFT No', 'Check or EFT', 'Payment Reference', 'Remit #', 'Confirmation Number', 'Trace',
    ],
  },
  batch: { kind: 'id', headings: ['Batch', 'Batch #', 'Bt Nbr', 'Bt Desc', 'Batch ID', 'Payment Batch ID', 'Deposit', 'Deposit ID', 'Batch Number'] },
  user: { kind: 'text', headings: ['User', 'User ID', 'Posted By', 'Entered By', 'Poster', 'Operator', 'Clerk', 'Created By', 'Employee'] },
  comment: { kind: 'text', headings: ['Comment', 'Comments', 'Note', 'Notes', 'Memo', 'LINENOTE', 'Remarks', 'Explanation'] },
  txStatus: { kind: 'text', headings: ['Status', 'Payment Status', 'Transaction Status', 'Posting Status', 'Txn Status', 'Check Status', 'Refund Status', 'Cleared Status'] },
  carc: { kind: 'text', headings: ['CARC', 'Reason Code', 'Reason Cd', 'Reason', 'Adj Reason', 'Adjustment Reason', 'Adj1ReasonCode', 'Rsn Cds', 'Rsn Cd', 'Reason Codes', 'Claim Adjustment Reason', 'Adj Reason Code', 'Denial Code', 'CAS Code'] },
  group: { kind: 'text', headings: ['Group Code', 'Group', 'Adj1Group', 'CAS Group', 'Adj Group', 'Adjustment Group', 'Adjustment Group Code', 'Claim Adjustment Group'] },
  remark: { kind: 'text', headings: ['RARC', 'Remark', 'Remark Code', 'Remark Codes', 'Remittance Remark'] },
  cpt: { kind: 'text', headings: ['CPT', 'CPT4', 'CPT Code', 'HCPCS', 'Procedure Code', 'Procedure', 'Proc', 'PROC_ID', 'Rev Code', 'CPT/HCPCS', 'Procedure Cd', 'Service Code', 'Code'] },
  claimStatus: { kind: 'text', headings: ['Claim Status', 'Claim Status Code', 'CLP02', 'ClaimStatusCode', 'Processed As'] },
  amount: { kind: 'money', headings: ['Amount', 'AMOUNT', 'Amt', 'Trans Amount', 'TX_AMOUNT', 'Transaction Amount', 'Txn Amount', 'Tran Amt', 'Line Amount', 'Posted Amount', 'Net Amount', 'Value', 'Activity Amount', 'Original Amount', 'Posting Amount', 'Amount $'] },
  debit: { kind: 'money', headings: ['Debit', 'Debits', 'Debit Amount', 'Dr', 'DR Amount'] },
  credit: { kind: 'money', headings: ['Credit', 'Credits', 'Credit Amount', 'Cr', 'CR Amount'] },
  charge: {
    kind: 'money',
    headings: [
      'Charge', 'Charges', 'Chg Amt', 'Charge Amount', 'Billed', 'Billed Amt', 'BILLED_AMOUNT', 'Billed Charges', 'Total Charges', 'TOT_CHGS', 'Tot Chg', 'Gross Charges', 'Fee', 'Fees', 'U & C', 'Invoiced', 'Original_Amount', 'ChargeAmount', 'CLP03',
      'Amount Billed', 'Total Billed', 'Total Charge', 'Line Charge', 'Billed Charge', 'Submitted Charges', 'Submitted Amount', 'Total Charge Amount', 'Ttl Charges', 'Account Charges',
    ],
  },
  lineCharge: { kind: 'money', headings: ['LineChargeAmount', 'Line Charge Amount', 'Line Charges', 'Service Charge Amount', 'SVC02', 'Line Billed', 'Line Item Charge Amount'] },
  linePaid: { kind: 'money', headings: ['LinePaidAmount', 'Line Paid Amount', 'Line Paid', 'Line Payment', 'SVC03', 'Service Paid Amount', 'Line Item Provider Payment Amount'] },
  lineAdj: { kind: 'money', headings: ['Line Adjustment', 'Line Adj', 'LineAdjAmount', 'Line Adjustment Amount', 'Adj1Amount', 'Line CAS', 'Line CAS Amount'] },
  payment: {
    kind: 'money',
    headings: [
      'Payment', 'Payments', 'PAYMENTS', 'Paid', 'Pay Amt', 'Pmt', 'Pmts', 'Amount Paid', 'PaidAmount', 'Paid Amt', 'Paid Amount', 'Payment Amount', 'Total Payments', 'Total Paid', 'TOT_PMTS', 'CLP04', 'Claim Payment', 'Claim Paid', 'Receipts',
      'Check Amount Posted', 'Deposit Amount', 'Distributed to Line Items', 'Cash', 'Total Payment', 'Claim Payment Amount', 'Paid to Provider', 'Provider Paid', 'Account Payments', 'Net Payment',
    ],
  },
  insPayment: {
    kind: 'money',
    headings: ['Ins Paid', 'Insurance Paid', 'Insurance Payment', 'Insurance Payments', 'Ins Pmt', 'Ins Pmts', 'Third-party payment', 'Payer Paid', 'Payer Payment', 'Payer Payments', 'Primary Paid', 'Total Insurance Payments', 'Third party payments', 'Tot Ins Pmts', 'Total Ins Payments'],
  },
  ptPayment: {
    kind: 'money',
    headings: ['Pt Paid', 'Patient Paid', 'Patient Payment', 'Patient Payments', 'Pt Pmt', 'Pt Pmts', 'Pat Pmts', 'Client Paid', 'Client Payment', 'Self Pay Payments', 'Total Patient Payments', 'Guarantor Payments', 'Patient Amount Paid', 'Copay Paid', 'Tot Pat Pmts'],
  },
  adjustment: {
    kind: 'money',
    headings: ['Adj', 'Adj Amt', 'Adjust', 'Adjustment', 'Adjustments', 'ADJUSTMENTS', 'TOT_ADJ', 'Total Adjustments', 'Tot Adj', 'Non-Payment Adjustment', 'TotalAdjAmount', 'Total Adj', 'Adjustment Amount', 'CAS amount', 'Provider Reductions', 'Adjusted', 'Account Adjustments', 'Deduction'],
  },
  contractual: { kind: 'money', headings: ['Contractual', 'Contractuals', 'Contractual Adjustment', 'Contractual Adj', 'Contractual Amount', 'Allowance', 'Allowances', 'Insurance Write Off', 'Ins Write Off', 'CO Amt', 'CO Amount', 'Contract Adj', 'CO45', 'Contractual Allowance', 'Disallowed', 'Insurance Adjustment', 'CO-45', 'CO Adj'] },
  writeoff: { kind: 'money', headings: ['Write-off', 'Write Off', 'Writeoff', 'W/O', 'Write Offs', 'WriteOffs', 'Client Write Off', 'Write Off Amount', 'Other Write Off', 'Patient Write Off', 'Write-off Amount'] },
  badDebt: { kind: 'money', headings: ['Bad Debt Amount', 'Bad Debt Write Off', 'Bad Debt Adjustment', 'Collections Write Off'] },
  discount: { kind: 'money', headings: ['Discount', 'Discounts', 'Self Pay Discount', 'Courtesy', 'Discount Amount'] },
  refund: { kind: 'money', headings: ['Refund', 'Refunds', 'Ref Amt', 'Refund Amount', 'Refund Amt', 'Client Refunds', 'Patient Refund', 'Patient Refunds', 'RF', 'Refunded', 'Amount Refunded', 'Total Refunds', 'Amount Repaid'] },
  insRefund: { kind: 'money', headings: ['Insurance Refunds', 'Insurance Refund', 'Payer Refund', 'Ins Refund'] },
  takeback: { kind: 'money', headings: ['Take Backs', 'Takeback', 'Takebacks', 'Recoup', 'Recoupment', 'Recoupments', 'Offset'] },
  reversal: { kind: 'money', headings: ['Reversal', 'Reversals', 'Payment Reversal', 'NSF', 'Reversed Amount'] },
  transfer: { kind: 'money', headings: ['Transfer', 'Transfers', 'TRANSFERS', 'Transfer Amount', 'Xfer', 'Transferred'] },
  transferIn: { kind: 'money', headings: ['Transfer In', 'TRANSFERIN', 'Transfers In'] },
  transferOut: { kind: 'money', headings: ['Transfer Out', 'TRANSFEROUT', 'Transfers Out'] },
  balance: {
    kind: 'money',
    headings: [
      'Balance', 'Bal', 'Total Balance', 'Account Balance', 'Acct Bal', 'Current Balance', 'Current AR Balance', 'A/R', 'AR', 'AR Balance', 'OUTSTANDING_AMT', 'OUTSTANDING', 'Outstanding value', 'Outstanding Balance', 'Balance Remaining', 'Amount Due',
      'Balance Due', 'Running Balance', 'Net Balance', 'Ending Balance', 'Tot Bal', 'TOT_ACCT_BAL', 'Open Balance', 'Remaining Balance', 'Outstanding Amount', 'Claim Balance', 'Acct Balance',
    ],
  },
  insBalance: { kind: 'money', headings: ['Ins Bal', 'Insurance Balance', 'INSURANCE_AMT', 'Ins Balance', 'Payer Balance', 'Insurance Due', 'Insurance AR', 'TOT_INS_BAL', 'OUTSTANDING1', 'Primary Balance', 'Ins Due'] },
  insBalance2: { kind: 'money', headings: ['OUTSTANDING2', 'Secondary Balance', 'Insurance 2 Balance', 'Ins 2 Bal'] },
  ptBalance: { kind: 'money', headings: ['Pat Bal', 'Patient Balance', 'Pt Bal', 'Pt Balance', 'Client Balance', 'PATIENT_AMT', 'Self-pay Balance', 'Self Pay Bal', 'Patient Due', 'Guarantor Balance', 'OUTSTANDINGP', 'TOT_SELF_PAY_BAL', 'Pt Due'] },
  badDebtBalance: { kind: 'money', headings: ['Bad Debt Balance', 'BD Balance', 'BD', 'Agency Balance', 'Bad Debt', 'External Bad Debt Balance'] },
  creditBalance: { kind: 'money', headings: ['Credit Bal', 'Credit Balance', 'Credit Balance Amount', 'Amount of Credit Balance', 'Overpayment', 'Overpaid', 'Overpayment Amount', 'Overpaid Amount', 'Credit Amt', 'CR Bal', 'CR Balance'] },
  unapplied: { kind: 'money', headings: ['Unapplied', 'Unappld Amt', 'Unapplied Amount', 'Unapplied Cash', 'Unallocated', 'Undistributed', 'Unearned', 'Suspense', 'Advance', 'UC', 'On Account', 'Unapplied Credits'] },
  expected: { kind: 'money', headings: ['Expected', 'Expected Reimbursement', 'Contract Exp', 'Agreed', 'Expected Amount', 'Expected Payment', 'Expected Pmt', 'Contract Expected'] },
  allowed: { kind: 'money', headings: ['Allowed', 'Allowed Amt', 'Allowed Amount', 'Alwd Amt', 'Aprv Amt', 'ALLOWED_AMOUNT', 'Approved Amount', 'B6', 'Eligible Amount', 'Allowable'] },
  patientResp: { kind: 'money', headings: ['Pt Resp', 'Patient Responsibility', 'Patient Resp', 'PR Amt', 'PR Amount', 'PR', 'PatientResponsibilityAmount', 'Patient Responsibility Amount', 'CLP05', 'Patient Share', 'Patient Liability', 'Member Responsibility', 'Pat Resp'] },
  copay: { kind: 'money', headings: ['Copay', 'Co-pay', 'Enc Copay', 'COPAY_AMOUNT', 'Copay Amt', 'PR-3'] },
  coinsurance: { kind: 'money', headings: ['Coinsurance', 'Coins', 'COINSURANCE_AMOUNT', 'Co-insurance', 'Coins Amt', 'PR-2'] },
  deductible: { kind: 'money', headings: ['Deductible', 'Deduct', 'DEDUCTIBLE_AMOUNT', 'Ded', 'Deductible Amt', 'PR-1'] },
  remitBilled: { kind: 'money', headings: ['Remit Billed', 'ERA Billed', '835 Billed', 'Remittance Billed', 'Remit Charges', 'EOB Billed'] },
  remitPaid: { kind: 'money', headings: ['Remit Paid', 'ERA Paid', '835 Paid', 'Remittance Paid', 'EOB Paid', 'Remit Payment'] },
  remitContractual: { kind: 'money', headings: ['Remit Contractual', 'ERA Contractual', 'Remit CO', 'EOB Contractual', '835 Contractual', 'Remit Adj'] },
  sequestration: { kind: 'money', headings: ['Sequestration', 'CO-253', 'Sequester', 'Sequestration Amount'] },
  checkTotal: { kind: 'money', headings: ['Check Amount', 'Check Total', 'EFT Amount', 'EFT Total', 'Check Amt', 'BPR02', 'Total Check', 'Deposit Total', 'Check/EFT Amount', 'Payment Total', 'CheckOrEftAmount'] },
  priorPaid: { kind: 'money', headings: ['Prior Paid', 'Prior Payer Paid', 'Other Payer Paid', 'COB Paid', 'Prior Payment', 'OA-23', 'Primary Payer Paid'] },
  interest: { kind: 'money', headings: ['Interest', 'Interest Amount', 'Interest Paid', 'AMT*I', 'Late Interest'] },
  plb: { kind: 'text', headings: ['PLB', 'PLB Code', 'PLB Reason', 'Provider Adjustment', 'Provider Level Adjustment', 'Provider Adj Code'] },
  plbAmount: { kind: 'money', headings: ['PLB Amount', 'Provider Adj Amount', 'Provider Level Amount', 'Provider Adjustment Amount'] },
  payer: {
    kind: 'text',
    headings: [
      'Payer', 'Payor', 'Payer Name', 'Payor Name', 'PAYOR_ID_PAYOR_NAME', 'Carrier', 'Insurance', 'Insurance Company', 'Insurance Name', 'Ins1', 'Ins 1', 'Primary Ins', 'Primary Insurance', 'Primary Payer', 'Primary Payor', 'Primary', 'Company',
      'Remitter', 'N1*PR', 'PayerName', 'Health Plan', 'Current Health Plan', 'Source', 'Ins Co', 'Ins Name', 'Paid By', 'Received From', 'Payer 1', 'Payor 1', 'Carrier Name', 'Payer/Source', 'From Whom', 'Payment From',
    ],
  },
  payer2: { kind: 'text', headings: ['Payer 2', 'Payor 2', 'Ins2', 'Ins 2', 'Secondary Ins', 'Secondary Insurance', 'Secondary Payer', 'Secondary Payor', 'Secondary'] },
  payer3: { kind: 'text', headings: ['Payer 3', 'Payor 3', 'Ins3', 'Ins 3', 'Tertiary Ins', 'Tertiary Insurance', 'Tertiary Payer', 'Tertiary'] },
  payee: { kind: 'text', headings: ['Payee', 'Payee Name', 'Pay To', 'Refund To', 'Refunded To', 'Vendor', 'Vendor Name', 'Paid To'] },
  plan: { kind: 'text', headings: ['Plan', 'Plan Name', 'Primary Plan', 'PRIMARY_PLAN_ID_BENEFIT_PLAN_NAME', 'Benefit Plan', 'Insurance Plan', 'Plan Code'] },
  planType: { kind: 'text', headings: ['Plan Type', 'Contract Type', 'Reimbursement Type', 'Payment Basis', 'Pricing Method', 'Capitated', 'Capitation', 'Contract Basis', 'Reimbursement Method'] },
  finClass: { kind: 'text', headings: ['Fin Class', 'Financial Class', 'FIN_CLASS_C_NAME', 'ACCT_FIN_CLASS_C_NAME', 'F/C', 'FC', 'Payer Type', 'PayorType', 'Payer Class', 'LineOfBusiness', 'LOB', 'Insurance Type', 'Account Class'] },
  patientType: { kind: 'text', headings: ['Patient Type', 'Pt Type', 'IP/OP', 'Class', 'Patient Class', 'Base Class', 'Visit Type', 'Encounter Type', 'Account Type', 'AT'] },
  memberId: { kind: 'id', headings: ['Member ID', 'Subscriber ID', 'Policy #', 'Policy Number', 'Policy ID', 'Insured ID', 'MBI', 'HICN', 'Certificate Number', 'Insurance ID', 'Member #', 'Subscriber #'] },
  groupNo: { kind: 'id', headings: ['Group #', 'Group No', 'Group Number', 'Insurance Group', 'Employer Group', 'Group ID'] },
  status: { kind: 'text', headings: ['Account Status', 'Acct Status', 'Billing Status', 'Status', 'AR Status', 'Bill Status', 'Collection Status', 'ACCT_STATUS'] },
  state: { kind: 'text', headings: ['State', 'Patient State', 'Guarantor State', 'ST'] },
  zip: { kind: 'id', headings: ['Zip', 'Zip Code', 'Postal Code', 'ZIP+4'] },
  address: { kind: 'text', headings: ['Address', 'Street', 'Address 1', 'Mailing Address', 'Patient Address', 'Guarantor Address', 'Addr'] },
  flags: { kind: 'text', headings: ['Flags', 'Flag', 'Alerts', 'Account Flags', 'Account Note', 'Hold', 'Hold Reason', 'Special Handling'] },
  npi: { kind: 'id', headings: ['NPI', 'Provider NPI', 'Billing NPI'] },
  tin: { kind: 'id', headings: ['TIN', 'Tax ID', 'Provider TIN', 'EIN'] },
  qmb: { kind: 'text', headings: ['QMB', 'QMB Flag', 'Dual', 'Dual Eligible', 'Dual Status', 'QMB Status', 'Medicaid Dual'] },
  accident: { kind: 'text', headings: ['Accident', 'Accident Date', 'Accident Type', 'Injury Date', 'Auto Accident', 'Work Related', 'Accident Related', 'Accident Flag', 'WC/Auto', 'Injury'] },
  drg: { kind: 'text', headings: ['DRG', 'MS-DRG', 'DRG Code'] },
  typeOfBill: { kind: 'text', headings: ['Type of Bill', 'TOB', 'Bill Type'] },
  dob: { kind: 'day', headings: ['DOB', 'Date of Birth', 'Birth Date', 'Birthdate', 'Patient DOB'] },
  lastPaymentDay: { kind: 'day', headings: ['Last Pmt Date', 'Last Payment Date', 'Last Paid', 'Last Payment', 'Last Paid Date'] },
  lastBillDay: { kind: 'day', headings: ['Last Bill Date', 'Last Billed', 'Last Billed Date', 'LASTBILLEDDATE1', 'Bill Date', 'Last Statement Date', 'Last Statement'] },
  firstBillDay: { kind: 'day', headings: ['First Bill Date', 'First Billed', 'Original Bill Date', 'First Statement Date'] },
  coverageAdded: { kind: 'day', headings: ['Coverage Added', 'Coverage Add Date', 'Ins Added', 'Insurance Added', 'Payer Added', 'Coverage Added On', 'Insurance Added Date'] },
  coverageFrom: { kind: 'day', headings: ['Coverage From', 'Effective Date', 'Eligibility From', 'Coverage Start', 'Eff Date', 'Coverage Effective', 'Coverage Effective Date', 'Ins Eff Date'] },
  coverageTo: { kind: 'day', headings: ['Coverage To', 'Term Date', 'Termination Date', 'Eligibility To', 'Coverage End', 'Coverage Term', 'Coverage Term Date', 'Ins Term Date'] },
  badDebtDay: { kind: 'day', headings: ['Bad Debt Date', 'BD Date', 'Agency Date', 'Placement Date', 'Collection Date', 'Placed Date'] },
  charityDay: { kind: 'day', headings: ['Charity Date', 'Charity Approval', 'FA Approved', 'Financial Assistance Date', 'Charity Approved', 'Charity Approved On', 'FA Approval Date', 'Charity Approval Date', 'Assistance Approved'] },
} as const satisfies Record<string, FieldSpec>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];
export const kindOf = (field: string): FieldKind => (FIELDS as Record<string, FieldSpec>)[field]?.kind ?? 'text';
