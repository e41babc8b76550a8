extension TimeOfDay: WrittenValue {
    package static var form: String { "a time of day: HH:MM" }
}
