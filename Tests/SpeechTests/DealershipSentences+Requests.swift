import Simulation

extension DealershipSentences {
    static func questions() -> [String] {
        let departments = [
            "you", "the service department", "the sales department", "the parts department", "your store",
        ]
        let days = weekdays + ["today", "tomorrow", "tonight", "the weekend"]
        return product(
            ["what are your", "can you tell me your", "what are the"],
            ["", "opening", "business", "service", "sales", "store"], ["hours"])
            + product(
                ["are you", "is the service department", "will you be"], ["open", "closed"],
                ["", "now", "today", "late"])
            + product(["are you", "is sales", "is service"], ["open on", "closed on"], weekdays)
            + product(
                ["what time do", "when do", "how late do", "how early do"], ["you", "they", "you guys"],
                ["open", "close"], [""] + days.map { "on " + $0 })
            + product(
                ["how late are", "until when are"], ["you", "you guys"], ["open"],
                ["", "today", "tonight", "tomorrow"] + weekdays.map { "on " + $0 })
            + product(["when does", "what time does"], departments.dropFirst().map { $0 }, ["open", "close"])
            + product(["where"], ["are you located", "are you", "is your dealership", "is the dealership located"])
            + product(
                ["what is", "what's", "can i get", "can you give me"], ["your", "the"],
                ["address", "phone number", "location"])
            + product(["how much is", "how much does", "what's the price of", "what does"], services, ["", "cost"])
            + product(
                ["do you"], ["have", "offer", "do"],
                [
                    "loaner cars", "financing", "rental cars", "leasing", "a shuttle", "used cars", "electric cars",
                    "oil changes", "free coffee", "a waiting room",
                ])
            + product(
                ["do you take", "do you buy"], ["trade ins", "used cars", "walk ins", "credit cards", "my insurance"])
    }

    static func requests(using random: inout SeededGenerator) -> [String] {
        let wishes = [
            "i'd like to", "i would like to", "i want to", "i need to", "can i", "could i", "i was hoping to",
            "hi i'd like to", "i'm calling to",
        ]
        let moments =
            weekdays.map { "on " + $0 } + weekdays.map { "for " + $0 } + weekdays + [
                "tomorrow", "this week", "next week", "this weekend", "sometime this week", "today",
            ] + weekdays.map { "sometime on " + $0 } + weekdays.map { "to " + $0 }
        let parts = ["", "morning", "afternoon"] + hours.map { "at " + $0 }
        let cars =
            makes.flatMap { make in make.1.map { "the new " + $0 } + ["a " + make.0, "the " + make.0] } + [
                "the electric model", "the hybrid", "a pickup truck", "an s u v", "a new car", "the new model",
                "a used car",
            ]
        var result: [String] = product(
            wishes, ["book", "schedule", "make", "get", "set up"],
            services + ["an appointment", "a test drive", "my oil changed"])
        result += product(wishes, ["bring my car in", "bring it in", "come in", "drop off my car"], [""] + moments)
        result += product(
            ["i need", "i want", "it needs", "my car needs", "i think i need"], services + ["some help", "a repair"])
        result += product(wishes, ["test drive", "try", "see", "drive", "look at"], cars)
        result += product(
            wishes, ["cancel", "move", "change", "reschedule", "confirm"],
            ["my appointment", "the appointment", "my test drive"])
        result += product(
            ["can i move", "i need to move", "could you move"], ["my appointment", "it"],
            weekdays.map { "to " + $0 } + ["to next week"])
        for _ in 0..<1500 {
            let what = random.pick(
                product(["book", "schedule"], services + ["a test drive", "an appointment"]) + [
                    "get my oil changed", "bring my car in", "come in", "test drive " + random.pick(cars),
                ])
            result.append(random.pick(wishes) + " " + what + " " + random.pick(moments) + " " + random.pick(parts))
        }
        return result + troubles() + interests()
    }

    static func troubles() -> [String] {
        let parts = [
            "my brakes", "the brakes", "my engine", "the transmission", "the air conditioning", "my car", "the heater",
            "the radio", "my tires",
        ]
        return product(
            parts, ["are", "is", "keeps"],
            [
                "making a noise", "squeaking", "making noise", "making a strange noise", "leaking", "not working",
                "broken", "overheating",
            ])
            + product(
                parts,
                ["stopped working", "won't start", "doesn't work", "won't turn on", "is not working", "broke down"])
            + product(
                ["the", "my"], ["check engine light", "oil light", "battery light", "tire light", "airbag light"],
                ["is on", "came on", "won't go off"])
            + product(
                ["my car won't start", "my car broke down", "i have a flat tire"],
                ["", "and i need some help", "and i need a tow", "can you help me"])
    }

    static func interests() -> [String] {
        let cars = ["pickup truck", "car", "s u v", "van"] + makes.flatMap { [$0.0] + $0.1 }
        return product(
            ["i'm calling about", "i'm interested in", "i have a question about", "i saw"], ["the", "a"],
            ["", "used", "new", "red"], cars, ["", "on your website", "online"])
    }

    static func people() -> [String] {
        let wishes = [
            "can i", "could i", "i want to", "i'd like to", "i need to", "let me", "i just want to", "i would like to",
            "may i",
        ]
        let whom = [
            "a human", "a person", "a real person", "somebody", "someone", "an agent", "a manager", "a representative",
            "an advisor", "the manager", "a live person",
        ]
        let places = ["", "please", "in sales", "in service", "in the service department"]
        return product(wishes, ["speak to", "talk to", "speak with", "talk with"], whom, places)
            + product(
                ["transfer me to", "connect me to", "put me through to", "can you transfer me to"],
                [
                    "the sales department", "the service department", "sales", "service", "parts", "a manager",
                    "a person",
                ], ["", "please"])
            + product(
                ["is there", "isn't there"], ["anyone", "someone", "anybody", "somebody"], ["", "there", "else"],
                ["i can talk to", "i could talk to", "i can speak to", "i could speak with"])
    }

    static func closings() -> [String] {
        product(
            ["that's all", "that's it", "no that's all", "okay"], ["", "thank you", "thanks"],
            ["", "goodbye", "bye", "bye bye"])
            + product(["thank you", "thanks", "thank you very much"], ["", "goodbye", "bye", "have a good day"])
            + product(
                ["can you", "could you", "would you"], ["repeat that", "say that again", "speak up", "hold on"],
                ["", "please"])
            + product(["hello", "hi", "good morning", "hey"], ["", "there", "i have a question", "can you help me"])
    }
}
