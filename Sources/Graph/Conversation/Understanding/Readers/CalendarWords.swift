/// The names of days, months and stretches of time.
enum CalendarWords {
    private static let weekdays: [String: Weekday] = {
        var table: [String: Weekday] = [:]
        for weekday in Weekday.allCases {
            table[weekday.name] = weekday
            table[weekday.name + "s"] = weekday
            table[weekday.name + "'s"] = weekday
        }
        let short: [(Weekday, [String])] = [
            (.monday, ["mon"]), (.tuesday, ["tue", "tues"]), (.wednesday, ["wed", "weds", "wensday"]),
            (.thursday, ["thu", "thur", "thurs"]), (.friday, ["fri"]), (.saturday, ["sat"]), (.sunday, ["sun"]),
        ]
        for (weekday, names) in short { for name in names { table[name] = weekday } }
        return table
    }()

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var table = Dictionary(uniqueKeysWithValues: zip(names, 1...12))
        for (name, month) in zip(names, 1...12) where name.count > 3 { table[String(name.prefix(3))] = month }
        table["sept"] = 9

        return table
    }()

    /// Days in a stretch of time; a month is counted by the calendar.
    static let units = [
        "day": 1, "days": 1, "week": 7, "weeks": 7, "week's": 7, "weeks'": 7, "fortnight": 14, "fortnights": 14,
        "month": 30, "months": 30,
    ]

    static func weekday(_ word: String) -> Weekday? { weekdays[word] }

    /// 1…12.
    static func month(_ word: String) -> Int? { months[word] }
}
