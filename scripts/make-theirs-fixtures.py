"""Workbooks in use, by openpyxl and XlsxWriter, for test/fixtures/theirs. Called by make-theirs-fixtures.mjs, which names the ledger. Invented patients only."""
import datetime
import io
import json
import sys

import xlsxwriter
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import CustomFilter, CustomFilters, FilterColumn
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.worksheet.table import Table, TableStyleInfo
from PIL import Image as Picture

OUT = sys.argv[1]
LEDGER = json.loads(sys.argv[2])
LISTING, POSTINGS = LEDGER["listing"], LEDGER["postings"]


def picture():
    data = io.BytesIO()
    Picture.new("RGB", (4, 4), (30, 90, 30)).save(data, "PNG")
    data.seek(0)
    return data


def filled(sheet, rows, dates=()):
    for row in rows:
        sheet.append([value if value != "" else None for value in row])
    for column in dates:
        for row in range(2, len(rows) + 1):
            sheet.cell(row, column).number_format = "mm/dd/yyyy"


def rules(sheet):
    """One of each kind of rule, two of them over the same cells."""
    add = sheet.conditional_formatting.add
    add("C2:C4", CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill(bgColor="FFFFC7CE")))
    add("A2:C4", FormulaRule(formula=["$C2<-100"], stopIfTrue=True, font=Font(bold=True)))
    add("C2:C4", DataBarRule("min", None, "max", None, color="FF638EC6"))
    add("C2:C4", IconSetRule("3Arrows", "percent", [0, 33, 67]))
    add("C2:C4", ColorScaleRule(start_type="min", start_color="FFF8696B", end_type="max", end_color="FF63BE7B"))
    add("A2:A4 C2:C3", Rule(type="duplicateValues", dxf=DifferentialStyle(font=Font(italic=True))))


def lists(sheet):
    listed = DataValidation(type="list", formula1="Lists!$A$1:$A$2", allow_blank=True, showErrorMessage=True)
    listed.add("F2:F4")
    whole = DataValidation(type="whole", operator="between", formula1="1", formula2="9", prompt="1 to 9", showInputMessage=True)
    whole.add("G2:G4")
    sheet.add_data_validation(listed)
    sheet.add_data_validation(whole)


def by_openpyxl():
    """Sheets under our names, one protected with a password; a filter on; a table under a name of ours; names that begin like ours."""
    book = Workbook()
    accounts = book.active
    accounts.title = "Accounts"
    filled(accounts, LISTING)
    accounts["E1"] = "Queue"
    accounts["F1"] = "Ours"
    accounts["G1"] = "Grade"
    accounts["E2"] = "=VLOOKUP(A2,Credits!A:C,3,FALSE)"
    accounts["A2"].comment = Comment("called 5 January", "Biller")
    accounts["B3"].hyperlink = "https://example.com/b?x=1&y=2"
    accounts["A1"].font = Font(bold=True, color="FF1F4E79")
    accounts.column_dimensions["B"].width = 31
    accounts.column_dimensions["G"].hidden = True
    accounts.freeze_panes = "A2"
    accounts.auto_filter.ref = "A1:C4"
    accounts.auto_filter.filterColumn.append(FilterColumn(colId=2, customFilters=CustomFilters(customFilter=[CustomFilter(operator="lessThan", val="0")])))
    accounts.row_dimensions[4].hidden = True
    accounts.print_title_rows = "1:1"
    accounts.print_area = "A1:G4"
    rules(accounts)
    lists(accounts)
    lines = book.create_sheet("Transactions")
    filled(lines, POSTINGS, [2])
    table = Table(displayName="crb_Credits", ref=f"A1:E{len(POSTINGS)}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    lines.add_table(table)
    credits = book.create_sheet("Credits")
    credits.merge_cells("A1:C1")
    credits["A1"] = "Credits, our own list"
    for row in [("Account", "Asked", "Queue"), ("00123", datetime.date(2026, 1, 9), "Bea"), ("00124", datetime.date(2026, 1, 12), "Cy")]:
        credits.append(row)
    credits["B3"].number_format = credits["B4"].number_format = "d mmm yyyy"
    credits["C3"].protection = Protection(locked=False)
    credits["A3"].comment = Comment("do not touch", "Biller")
    credits.protection = SheetProtection(sheet=True, password="ours", sort=False, autoFilter=False)
    refunds = book.create_sheet("Refunds")
    filled(refunds, [["Account", "Sent"], ["00999", 12.5]])
    refunds.sheet_state = "hidden"
    chart = BarChart()
    chart.add_data(Reference(refunds, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    refunds.add_chart(chart, "D2")
    refunds.add_image(Image(picture()), "D20")
    keys = book.create_sheet("Credit keys")
    keys["A1"] = "keys of the safe"
    keys.sheet_state = "hidden"
    policy = book.create_sheet("Credit policy")
    policy["A1"] = "we refund within 30 days"
    policy.sheet_state = "veryHidden"
    words = book.create_sheet("Lists")
    for word in ("Open", "Done"):
        words.append([word])
    words.sheet_state = "veryHidden"
    log = book.create_sheet("credit LOG")
    filled(log, [["When", "Who", "What", "From", "To"], ["9 January", "Bea", "asked", "", ""]])
    for name in ("Evidence", "Corrections", "Payees", "Refund file", "Payer letters", "Underpayments", "Credit summary"):
        book.create_sheet(name)["A1"] = f"our own {name}"
    names = [("Rate", "0.25", None, None), ("hiddenKeys", "'Credit keys'!$A$1", True, None), ("crb_mine", "Credits!$A$3:$C$4", None, None), ("crb_Refunds", "0.5", None, None)]
    names += [("crb_keys_office", "Lists!$A$1:$A$2", None, None), ("crb_col_credits_office", "Credits!$B$2", True, None), ("local", "Refunds!$B$2", None, 3)]
    for name, formula, hidden, sheet in names:
        book.defined_names.append(DefinedName(name, attr_text=formula, hidden=hidden, localSheetId=sheet))
    accounts.conditional_formatting.add("B2:B4", FormulaRule(formula=['COUNTIF(crb_mine,$A2)>0'], font=Font(underline="single")))
    return book


def protected_structure():
    book = Workbook()
    accounts = book.active
    accounts.title = "Accounts"
    filled(accounts, LISTING)
    filled(book.create_sheet("Transactions"), POSTINGS, [2])
    book.security = WorkbookProtection(workbookPassword="ours", lockStructure=True)
    return book


def by_xlsxwriter(path):
    """A protected sheet that allows formats, a chart sheet and a table under our names, sparklines, a button, x14 rules, outline, page set-up."""
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": datetime.datetime(2026, 1, 31), "title": "Work list"})
    book.set_custom_property("Department", "Billing")
    bold, date, pale = book.add_format({"bold": True}), book.add_format({"num_format": "mm/dd/yyyy"}), book.add_format({"bg_color": "#FFEB9C"})
    accounts, lines = book.add_worksheet("Accounts"), book.add_worksheet("Transactions")
    for r, row in enumerate(LISTING):
        for c, value in enumerate(row):
            accounts.write(r, c, value, bold if r == 0 else None)
    accounts.autofilter(0, 0, len(LISTING) - 1, 2)
    accounts.protect("ours", {"format_cells": True, "autofilter": True, "objects": True})
    accounts.conditional_format("C2:C4", {"type": "data_bar", "data_bar_2010": True, "bar_negative_color": "#FF0000"})
    accounts.conditional_format("C2:C4", {"type": "icon_set", "icon_style": "3_flags"})
    accounts.conditional_format("A2:B4", {"type": "formula", "criteria": "=$C2<0", "format": pale, "multi_range": "A2:B4 C2:C3"})
    accounts.write_comment("B2", "asked twice", {"visible": True, "author": "Biller"})
    accounts.data_validation("E2:E4", {"validate": "list", "source": ["Open", "Done"]})
    accounts.add_sparkline("F2", {"range": "Accounts!C2:C4"})
    accounts.freeze_panes(1, 1)
    for r, row in enumerate(POSTINGS):
        for c, value in enumerate(row):
            if value != "":
                lines.write(r, c, value, date if c == 1 and r > 0 else None)
    lines.autofilter(0, 0, len(POSTINGS) - 1, 4)
    lines.filter_column("E", "x == NonBlanks")
    for r, row in enumerate(POSTINGS):
        if r > 0 and row[4] == "":
            lines.set_row(r, None, None, {"hidden": True})
    lines.set_column("C:C", 28, None, {"level": 1})
    lines.repeat_rows(0)
    lines.set_h_pagebreaks([4])
    lines.set_header("&LOur list&RPage &P")
    lines.write_rich_string("H2", "see ", bold, "Bea")
    lines.insert_button("H4", {"macro": "none", "caption": "Print"})
    lines.insert_textbox("H8", "our note")
    credits = book.add_worksheet("Credits")
    credits.merge_range("A1:B1", "Credits, our own", pale)
    credits.add_table("A3:B5", {"name": "crb_Refunds", "columns": [{"header": "Account"}, {"header": "Asked", "total_function": "sum"}], "total_row": True, "data": [["00123", 2]]})
    credits.insert_image("D2", "p.png", {"image_data": picture()})
    refunds = book.add_worksheet("Refunds")
    refunds.write("A1", "ours")
    refunds.protect("", {"select_locked_cells": False})
    evidence = book.add_worksheet("Evidence")
    evidence.write_formula("A1", "=SUM(Accounts!C2:C4)", None, -194.5)
    evidence.hide()
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": "=Accounts!$C$2:$C$4"})
    book.add_chartsheet("Credit summary").set_chart(chart)
    book.define_name("Office", "='Refunds'!$A$1")
    book.define_name("Refunds!Local", "='Refunds'!$A$1")
    book.close()


def saved(book):
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


for name, book in {"openpyxl": by_openpyxl(), "openpyxl-structure": protected_structure()}.items():
    with open(f"{OUT}/{name}.xlsx", "wb") as file:
        file.write(saved(book))
by_xlsxwriter(f"{OUT}/xlsxwriter.xlsx")
