import Testing

@testable import Conversation

@Suite struct NameReaderTests {
    private func read(_ text: String, isExpected: Bool = true) -> String? {
        NameReader(isExpected: isExpected).read(Wording(text))
    }

    @Test(
        "a name is found behind what introduces it",
        arguments: [
            ("my name is john smith", "john smith"), ("this is maria garcia speaking", "maria garcia"),
            ("it's sarah johnson", "sarah johnson"), ("uh yes john smith please", "john smith"), ("smith", "smith"),
            ("you can put it under the name o'neil", "o'neil"), ("i'm peter", "peter"),
            ("my name is ann lee and my number is five", "ann lee"), ("John Smith.", "john smith"),
            ("mrs o'connor", "o'connor"), ("dr jones", "jones"), ("mister john smith", "john smith"),
            ("Anna Smith-Jones", "anna smith-jones"), ("anna smith hyphen jones", "anna smith-jones"),
            ("sinead o connor", "sinead o'connor"), ("mark may", "mark may"), ("will grace", "will grace"),
            ("s m i t h", "smith"), ("smith spelled s m y t h e", "smythe"),
            ("john smith that's s m y t h", "john smyth"),
            ("s as in sam m as in mary i t h", "smith"), ("sierra mike", "sierra mike"),
            ("jean luc picard", "jean luc picard"),
            ("the last name is nguyen n g u y e n first name tom", "tom nguyen"),
            ("first name ann last name lee", "ann lee"),
            ("no lee is my last name my first name is harper", "harper lee"),
            ("the name's bond james bond", "james bond"),
            ("it would be under kowalski", "kowalski"), ("josé garcía", "josé garcía"),
            ("mary ann van der berg", "mary ann van der berg"),
            ("capital b r o w n", "brown"), ("please call me gus", "gus"),
        ])
    func found(text: String, name: String) {
        #expect(read(text) == name)
    }

    @Test(
        "what is no name is not taken for one",
        arguments: [
            "what are your hours", "i don't know", "five five five", "can i speak to a human", "yes", "", "um",
            "is it open tomorrow", "i need an oil change", "wait a second", "no", "repeat that", "why do you ask",
            "never mind",
            "i'd rather not say that is private to me", "my name is", "spelled", "a b", "'", "mr",
        ])
    func none(text: String) {
        #expect(read(text) == nil)
    }

    @Test("unasked, only a clear introduction counts")
    func unasked() {
        #expect(read("my name is john smith", isExpected: false) == "john smith")
        #expect(read("this is maria garcia", isExpected: false) == "maria garcia")
        #expect(read("this is urgent", isExpected: false) == nil)
        #expect(read("no sorry it's marsh m a r s h", isExpected: false) == "marsh")
        #expect(read("john smith", isExpected: false) == nil)
        #expect(read("i'm late", isExpected: false) == nil)
    }
}
