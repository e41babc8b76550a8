import Simulation
import Speech

/// What callers of a car dealership are likely to say, generated from small templates. It holds no caller's sentence as
/// such: it multiplies openings, requests, services, days, times, names and digits.
enum DealershipSentences {
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth", "twenty first", "twenty second", "twenty third", "twenty fourth", "twenty fifth", "twenty sixth",
        "twenty seventh", "twenty eighth", "twenty ninth", "thirtieth", "thirty first",
    ]
    static let hours = [
        "seven", "eight", "nine", "ten", "eleven", "twelve", "one", "two", "three", "four", "five", "six",
    ]
    static let minutes = ["", " fifteen", " thirty", " forty five", " o'clock"]
    static let halves = ["", " a m", " p m", " in the morning", " in the afternoon", " in the evening"]
    static let services = [
        "an oil change", "a tire rotation", "a brake inspection", "new brakes", "new tires", "a state inspection",
        "an alignment", "a battery check", "a service appointment", "maintenance", "a recall repair", "a new battery",
        "a tune up", "transmission service", "an air conditioning check", "a check up",
    ]
    static let makes: [(String, [String])] = [
        ("toyota", ["camry", "corolla", "highlander", "rav four", "prius", "tacoma"]),
        ("honda", ["civic", "accord", "pilot", "odyssey"]), ("ford", ["focus", "escape", "explorer", "mustang"]),
        ("chevy", ["malibu", "tahoe", "equinox"]), ("nissan", ["altima", "rogue", "sentra"]),
        ("hyundai", ["elantra", "sonata", "tucson"]), ("subaru", ["outback", "forester"]), ("kia", ["soul", "optima"]),
    ]
    static let firstNames = [
        "john", "james", "robert", "michael", "william", "david", "richard", "joseph", "thomas", "mary", "patricia",
        "jennifer", "linda", "elizabeth", "susan", "jessica", "sarah", "karen", "maria", "anna", "emily", "daniel",
        "kevin", "laura", "peter", "paul", "mark", "alex",
    ]
    static let lastNames = [
        "smith", "johnson", "williams", "brown", "jones", "garcia", "miller", "davis", "martinez", "wilson", "anderson",
        "taylor", "thomas", "moore", "jackson", "martin", "lee", "thompson", "white", "harris", "clark", "lewis",
        "walker", "young", "king", "wright", "scott", "green", "baker", "adams", "nelson", "hill",
    ]
    static let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh"]

    /// Every combination of the parts, in order; empty parts leave no space behind.
    static func product(_ parts: [String]...) -> [String] {
        parts.reduce([""]) { heads, tails in
            heads.flatMap { head in tails.map { head.isEmpty || $0.isEmpty ? head + $0 : head + " " + $0 } }
        }
    }

    static func corpus() -> RecognitionCorpus {
        var random = SeededGenerator(seed: 7)
        var corpus = RecognitionCorpus()
        let whenever = dates() + times() + datesWithTimes(using: &random)
        corpus.add(questions() + requests(using: &random) + people() + closings(), to: "open", weight: 3)
        corpus.add(whenever + dateAnswers(whenever, using: &random), to: "datetime")
        corpus.add(names(), to: "name")
        corpus.add(phones(using: &random), to: "phone")
        corpus.add(vehicles(using: &random), to: "vehicle")
        corpus.add(confirmations() + people() + closings(), to: "confirm")
        corpus.forms["phone"] = .telephoneNumber
        return corpus
    }
}
