"""Workbooks by openpyxl and by hand for test/fixtures/hazards. Called by make-hazard-fixtures.mjs. Invented patients only."""
import datetime
import io
import re
import sys
import zipfile

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.table import Table

from unseekable import Unseekable

OUT = sys.argv[1]
JAN = lambda day: datetime.date(2026, 1, day)
LISTING = [("00123", "Invented, Ana", -400), ("00124", "Invented, Bo", -45), ("00125", "Invented, Cy", 250.5)]
POSTINGS = [
    ("00123", JAN(5), "Charge", 500, ""),
    ("00123", JAN(25), "Contractual Adjustment", -100, "Harbor Mutual"),
    ("00123", JAN(25), "Insurance Payment", -400, "Harbor Mutual"),
    ("00123", JAN(27), "Insurance Payment", -400, "Harbor Mutual"),
    ("00124", JAN(5), "Charge", 100, ""),
    ("00124", JAN(12), "Patient Payment", -145, ""),
    ("00125", JAN(14), "Charge", 250.5, ""),
]
HEADINGS = ["Account", "Post Date", "Transaction Type", "Amount", "Payer"]


def start(headings=("Account", "Patient", "Balance")):
    """A workbook with the listing, and an empty sheet for the postings."""
    book = Workbook()
    accounts = book.active
    accounts.title = "Accounts"
    accounts.append(list(headings))
    for row in LISTING:
        accounts.append(row)
    return book, book.create_sheet("Transactions")


def plain():
    book, sheet = start()
    sheet.append(HEADINGS)
    for row in POSTINGS:
        sheet.append(row)
    return book, sheet


def merged():
    """A merged title, and a heading of two rows: a band merged over its columns, the account merged down."""
    book, sheet = start()
    sheet["A1"] = "Account activity (invented)"
    sheet.merge_cells("A1:E1")
    for cell, text in {"A3": "Account", "B3": "Posting", "A4": None, "B4": "Post Date", "C4": "Transaction Type", "D4": "Amount", "E3": "Payer"}.items():
        sheet[cell] = text
    for area in ("A3:A4", "B3:D3", "E3:E4"):
        sheet.merge_cells(area)
    for row in POSTINGS:
        sheet.append(row)
    return book


def grouped():
    """The account stands once, merged down over its postings."""
    book, sheet = plain()
    for first, last in ((2, 5), (6, 7)):
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)
    return book


def tables():
    """Both tables on one sheet, as Excel tables, one beside the other and not at A1."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Both"
    sheet["B2"] = "Work list (invented)"
    for c, heading in enumerate(HEADINGS):
        sheet.cell(4, 2 + c, heading)
    for r, row in enumerate(POSTINGS):
        for c, value in enumerate(row):
            sheet.cell(5 + r, 2 + c, value or None)
    for r, row in enumerate([("Account", "Patient", "Balance"), *LISTING]):
        for c, value in enumerate(row):
            sheet.cell(4 + r, 9 + c, value)
    sheet.add_table(Table(displayName="tblPostings", ref="B4:F11"))
    sheet.add_table(Table(displayName="tblListing", ref="I4:K7"))
    return book


def mac1904():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    accounts = book.active
    accounts.title = "Accounts"
    accounts.append(["Account", "Patient", "Balance"])
    for row in LISTING:
        accounts.append(row)
    sheet = book.create_sheet("Transactions")
    sheet.append(HEADINGS)
    for row in POSTINGS:
        sheet.append(row)
    return book


def dates():
    """One column of dates: real dates, US text, US text with a time, ISO with Z, a serial without a date format."""
    book, sheet = plain()
    sheet["B2"] = "01/05/2026"
    sheet["B3"] = "1/25/2026 12:00:00 AM"
    sheet["B4"] = "2026-01-25T00:00:00Z"
    sheet["B5"] = 46049
    sheet["B5"].number_format = "General"
    return book


def formulas(cached):
    """Amounts and the balances as formulas; openpyxl writes no values for them."""
    book, sheet = plain()
    sheet["D2"] = "=250*2"
    sheet["D4"] = "=-(D2+D3)"
    sheet["D5"] = "=D4"
    accounts = book["Accounts"]
    for row in range(2, 5):
        accounts.cell(row, 3, f"=SUMIF(Transactions!A:A,A{row},Transactions!D:D)")
    return book


def hidden():
    """Hidden rows, a filtered sheet, a hidden column, and a hidden sheet of lists that is no ledger."""
    book, sheet = plain()
    sheet.auto_filter.ref = "A1:E8"
    sheet.auto_filter.add_filter_column(0, ["00124"])
    for row in (2, 3, 4, 5, 8):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["D"].hidden = True
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    for word in ("Open", "Closed"):
        lists.append([word])
    return book


def numbers():
    """Amounts as texts in the forms of hazard 14 beside numbers with binary noise; accounts as numbers and texts with trailing blanks."""
    book, sheet = plain()
    for cell, value in {"D2": "$500.00", "D3": "(100.00)", "D4": "400.00-", "D5": -400.00000000000006, "D7": "145.00CR", "A3": "00123 ", "A4": '="00123"'}.items():
        sheet[cell] = value
        sheet[cell].data_type = "s" if isinstance(value, str) else "n"
    return book


def packed(book, stream):
    """Saved with fixed times, so that the file is the same each time; as a stream writes it when `stream`."""
    data = io.BytesIO()
    book.save(data)
    out = Unseekable() if stream else io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data.getvalue())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-31T00:00:00Z", content)
            info = zipfile.ZipInfo(name, (2026, 1, 31, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with new.open(info, "w") as part:
                part.write(content)
    return bytes(out.data) if stream else out.getvalue()


BOOKS = {
    "merged": merged(),
    "grouped": grouped(),
    "tables": tables(),
    "dates": dates(),
    "1904": mac1904(),
    "formulas": formulas(False),
    "hidden": hidden(),
    "numbers": numbers(),
    "streamed": plain()[0],
}
for name, book in BOOKS.items():
    with open(f"{OUT}/{name}.openpyxl.xlsx", "wb") as file:
        file.write(packed(book, name == "streamed"))


def remittance():
    """The claim of 00123 as a clearinghouse delivers it: one segment a line, CRLF, ^ between elements' repeats and > in components."""
    sender, receiver = "HARBOR".ljust(15), "RIVERBEND".ljust(15)
    envelope = ["ISA", "00", " " * 10, "00", " " * 10, "ZZ", sender, "ZZ", receiver, "260125", "0815", "^", "00501", "000000017", "0", "P", ">"]
    claim = [
        ["ST", "835", "0017"],
        ["BPR", "I", "400", "C", "ACH", "CCP", "01", "999", "DA", "123", "1512345678", "", "01", "888", "DA", "456", "20260125"],
        ["TRN", "1", "EFT900", "1512345678"],
        ["DTM", "405", "20260125"],
        ["N1", "PR", "HARBOR MUTUAL"],
        ["LX", "1"],
        ["CLP", "00123", "1", "500", "400", "", "12", "ICN900"],
        ["CAS", "CO", "45", "100"],
    ]
    closed = [["SE", str(len(claim) + 1), "0017"], ["GE", "1", "17"], ["IEA", "1", "000000017"]]
    group = ["GS", "HP", "HARBOR", "RIVERBEND", "20260125", "0815", "17", "X", "005010X221A1"]
    return "".join("*".join(segment) + "~\r\n" for segment in [envelope, group, *claim, *closed])


with open(f"{OUT}/lines.python.835", "w", newline="") as file:
    file.write(remittance())
