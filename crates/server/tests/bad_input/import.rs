//! The import file.

use std::fs;

use crate::desk::Desk;

const HEADER: &str = "external_id,serial,product,email,name,language,time_zone,registered_on,expires_on";
const GOOD: &str =
    "good,AAAA-BBBB-CCCC-0001,antivirus,good@example.com,Good,en,Europe/Warsaw,2026-01-01,2027-06-30";

/// A file with a good row, the given one (line 3) and another good one.
fn around(row: &str) -> String {
    let last = "last,AAAA-BBBB-CCCC-0002,antivirus,last@example.com,Last,pl,,2026-01-01,2027-06-30";
    format!("{HEADER}\n{GOOD}\n{row}\n{last}\n")
}

#[test]
fn a_bad_row_is_rejected_with_line_column_and_reason_and_the_rest_goes_in() {
    let cases = [
        ("expires_on", "bad,,antivirus,b@example.com,,,,2026-01-01,2027-02-30", "2027-02-30"),
        ("expires_on", "bad,,antivirus,b@example.com,,,,2026-01-01,31.12.2027", "31.12.2027"),
        ("registered_on", "bad,,antivirus,b@example.com,,,,yesterday,2027-02-28", "yesterday"),
        ("registered_on", "bad,,antivirus,b@example.com,,,,2026-12-03,2027-12-03", "2026-12-03"),
        ("product", "bad,,anti-virus,b@example.com,,,,2026-01-01,2027-02-28", "anti-virus"),
        ("email", "bad,,antivirus,,,,,2026-01-01,2027-02-28", ""),
        ("email", "bad,,antivirus,nobody,,,,2026-01-01,2027-02-28", ""),
        ("email", "bad,,antivirus,a@b@c,,,,2026-01-01,2027-02-28", ""),
        ("expires_on", "bad,,antivirus,b@example.com,,,,2026-01-01,", ""),
        (
            "time_zone",
            "bad,,antivirus,b@example.com,,,Europe/Warschau,2026-01-01,2027-02-28",
            "Europe/Warschau",
        ),
        ("language", "bad,,antivirus,b@example.com,,not a language,,2026-01-01,2027-02-28", "not a language"),
        ("serial", "bad,AAAA-BBBB,antivirus,b@example.com,,,,2026-01-01,2027-02-28", ""),
        ("serial", "bad,AAAA-BBBB-CCCC-0001,antivirus,b@example.com,,,,2026-01-01,2027-02-28", ""),
    ];
    for (number, (column, row, word)) in cases.into_iter().enumerate() {
        let desk = Desk::new(&format!("row-{number}"));
        let said = desk.import(around(row), &[]);
        assert_eq!(said.status, Some(2), "{row}: {}", said.err);
        let rejected = desk.rejected();
        assert_eq!(rejected.len(), 1, "{row}: {rejected:?}");
        let (line, named, reason) = &rejected[0];
        assert_eq!((line.as_str(), named.as_str()), ("3", column), "{row}: {reason}");
        assert!(!reason.is_empty() && reason.contains(word), "{row}: {reason}");
        assert_eq!(desk.external_ids(), ["good", "last"], "{row}");
    }
}

#[test]
fn the_same_id_twice_in_a_file_is_rejected_the_second_time() {
    let desk = Desk::new("id-twice");
    let said = desk.import(around("good,,antivirus,other@example.com,,,,2026-01-01,2027-02-28"), &[]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    let rejected = desk.rejected();
    assert_eq!((rejected[0].0.as_str(), rejected.len()), ("3", 1), "{rejected:?}");
    assert_eq!(desk.external_ids(), ["good", "last"]);
}

#[test]
fn broken_utf8_is_rejected_with_its_line_and_column() {
    let desk = Desk::new("utf8");
    let mut content = around("bad,,antivirus,b@example.com,J?rgen,,,2026-01-01,2027-02-28").into_bytes();
    let at = content.iter().position(|byte| *byte == b'?').expect("it is in the row");
    content[at] = 0xfc;
    let said = desk.import(content, &[]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    let rejected = desk.rejected();
    assert_eq!((rejected[0].0.as_str(), rejected[0].1.as_str()), ("3", "name"), "{rejected:?}");
    assert!(rejected[0].2.contains("UTF-8"), "{rejected:?}");
    assert_eq!(desk.external_ids(), ["good", "last"]);
}

#[test]
fn a_field_of_ten_megabytes_is_rejected_and_the_next_row_goes_in() {
    let desk = Desk::new("huge");
    let row = format!("bad,,antivirus,b@example.com,{},,,2026-01-01,2027-02-28", "x".repeat(10_000_000));
    let said = desk.import(around(&row), &[]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    let rejected = desk.rejected();
    assert_eq!((rejected[0].0.as_str(), rejected[0].1.as_str()), ("3", "name"));
    assert!(rejected[0].2.len() < 1_000, "the reason does not repeat the field");
    assert_eq!(desk.external_ids(), ["good", "last"]);
}

#[test]
fn an_address_with_a_line_break_is_rejected_and_lines_are_counted_on() {
    let desk = Desk::new("line-break");
    let rows = "bad,,antivirus,\"b@example.com\nBcc: all@example.com\",,,,2026-01-01,2027-02-28\n\
                worse,,antivirus,w@example.com,,,,2026-01-01,never";
    let said = desk.import(around(rows), &[]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    let rejected: Vec<_> = desk.rejected().into_iter().map(|(line, column, _)| (line, column)).collect();
    let expected =
        [("3", "email"), ("5", "expires_on")].map(|(line, column)| (line.to_owned(), column.to_owned()));
    assert_eq!(rejected, expected);
    assert_eq!(desk.external_ids(), ["good", "last"]);
}

#[test]
fn a_row_with_too_few_or_too_many_fields_is_rejected() {
    for (number, row) in
        ["bad,,antivirus", "bad,,antivirus,b@example.com,,,,2026-01-01,2027-02-28,more"].iter().enumerate()
    {
        let desk = Desk::new(&format!("fields-{number}"));
        let said = desk.import(around(row), &[]);
        assert_eq!(said.status, Some(2), "{row}: {}", said.err);
        assert_eq!(desk.rejected()[0].0, "3");
        assert_eq!(desk.external_ids(), ["good", "last"]);
    }
}

#[test]
fn a_file_without_a_needed_column_is_refused_whole() {
    let cases = [
        ("external_id,email,registered_on,expires_on", "product"),
        ("product,email,registered_on,expires_on", "external_id"),
        ("external_id,product,email,registered_on,expires_on,expired", "expired"),
        ("external_id,product,email,email,registered_on,expires_on", "email"),
    ];
    for (number, (header, word)) in cases.into_iter().enumerate() {
        let desk = Desk::new(&format!("header-{number}"));
        let fields = ["antivirus"; 6][..header.split(',').count()].join(",");
        let said = desk.import(format!("{header}\n{fields}\n"), &[]);
        assert_eq!(said.status, Some(1), "{header}: {}", said.err);
        assert!(said.err.contains("customers.csv") && said.err.contains(word), "{header}: {}", said.err);
        assert!(desk.external_ids().is_empty());
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let desk = Desk::new("no-file");
    let said = desk.run(&["import", "nobody.csv"]);
    assert_eq!(said.status, Some(1));
    assert!(said.err.contains("nobody.csv"), "{}", said.err);
}

#[test]
fn when_no_row_goes_in_the_status_is_1() {
    let desk = Desk::new("none");
    let said = desk.import(format!("{HEADER}\nbad,,antivirus,b@example.com,,,,2026-01-01,never\n"), &[]);
    assert_eq!(said.status, Some(1), "{}", said.err);
    assert_eq!(desk.rejected().len(), 1);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_fault() {
    let desk = Desk::new("bom");
    let said = desk.import(format!("\u{feff}{HEADER}\r\n{GOOD}\r\n"), &[]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert_eq!(desk.external_ids(), ["good"]);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let desk = Desk::new("twice");
    let boxed = "boxed,AAAA-BBBB-CCCC-0003,antivirus,,,,,,";
    assert_eq!(desk.import(around(boxed), &[]).status, Some(0));
    let (licenses, notices) = (desk.lines(&["license", "list"]), desk.lines(&["notice", "list"]));
    assert_eq!((licenses.len(), notices.len()), (3, 0));
    let again = desk.import(around(boxed), &[]);
    assert_eq!(again.status, Some(0), "{}", again.err);
    assert_eq!(desk.lines(&["license", "list"]), licenses);
    let updated = desk.import(around(boxed), &["--update"]);
    assert_eq!(updated.status, Some(0), "{}", updated.err);
    assert_eq!(desk.lines(&["license", "list"]), licenses);
}

#[test]
fn other_data_under_the_same_id_needs_update() {
    let desk = Desk::new("other-data");
    assert_eq!(desk.import(format!("{HEADER}\n{GOOD}\n"), &[]).status, Some(0));
    let corrected = GOOD.replace("2027-06-30", "2027-08-31");
    let said = desk.import(format!("{HEADER}\n{corrected}\n"), &[]);
    assert_eq!(said.status, Some(1), "{}", said.err);
    let (line, column, reason) = desk.rejected().remove(0);
    assert_eq!((line.as_str(), column.as_str()), ("2", "external_id"));
    assert!(reason.contains("--update"), "{reason}");
    let said = desk.import(format!("{HEADER}\n{corrected}\n"), &["--update"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let shown = desk.run(&["--json", "license", "show", "good"]);
    assert!(shown.out.contains("2027-08-31") && !shown.out.contains("2027-06-30"), "{}", shown.out);
}

#[test]
fn a_rejected_row_can_be_mended_in_the_file_of_rejected_rows() {
    let desk = Desk::new("mended");
    let said = desk.import(around("bad,,antivirus,b@example.com,,,,2026-01-01,never"), &[]);
    assert_eq!(said.status, Some(2), "{}", said.err);
    let path = desk.folder.join("customers.rejected.csv");
    let rejected = fs::read_to_string(path).expect("the rejected rows");
    assert!(rejected.contains("b@example.com"), "the row itself is there to be mended: {rejected}");
}
