extension Day: WrittenValue {
    package static var form: String { "a day: YYYY-MM-DD" }
}
