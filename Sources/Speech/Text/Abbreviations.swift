/// Written short, spoken long.
enum Abbreviations {
    /// Always followed by something: their full stop does not end a sentence.
    static let titles: [String: String] = [
        "mr": "mister", "mrs": "missus", "ms": "miz", "dr": "doctor", "prof": "professor", "st": "street",
        "ave": "avenue", "blvd": "boulevard", "rd": "road", "hwy": "highway", "ste": "suite", "apt": "apartment",
        "no": "number", "approx": "approximately", "vs": "versus", "e.g": "for example", "i.e": "that is",
    ]

    /// Spoken long with or without a full stop.
    static let words: [String: String] = [
        "appt": "appointment", "dept": "department", "min": "minutes", "mins": "minutes", "hrs": "hours", "hr": "hour",
        "mi": "miles", "lbs": "pounds", "etc": "et cetera", "mon": "monday", "tue": "tuesday", "tues": "tuesday",
        "wed": "wednesday", "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
        "sat": "saturday",
        "sun": "sunday",
        "jan": "january", "feb": "february", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
        "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
        "&": "and", "+": "plus", "@": "at", "=": "equals", "w/": "with",
    ]

    /// Titles and short words that are also ordinary words ("no", "sat", "min") are read long only with a full stop.
    static let needStop: Set<String> = ["no", "st", "min", "mon", "wed", "sat", "sun", "dec", "oct", "mi", "ms", "rd"]

    /// Read letter by letter although they could be spoken.
    static let initials: Set<String> = [
        "suv", "vin", "id", "us", "usa", "atv", "abs", "ac", "gps", "oem", "apr", "faq", "ev",
    ]

    /// Names of the letters as the voice says them best.
    static func letterName(_ letter: Character) -> String {
        switch letter.uppercased() {
        case "A": "eigh"
        default: letter.uppercased()
        }
    }
}
