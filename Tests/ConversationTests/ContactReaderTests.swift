import Testing

@testable import Conversation

/// Addresses of mail, plates and prices.
@Suite struct ContactReaderTests {
    @Test(
        "mail is found, spoken and typed",
        arguments: [
            ("john dot smith at gmail dot com", "john.smith@gmail.com"),
            ("my email is jane at example dot org", "jane@example.org"),
            ("it's maria underscore g at yahoo dot com", "maria_g@yahoo.com"),
            ("j o h n at gmail dot com", "john@gmail.com"),
            ("bob dash jones at my dash firm dot co dot uk", "bob-jones@my-firm.co.uk"),
            ("john ninety nine at gmail dot com please", "john99@gmail.com"),
            ("J.Doe99@Example.org", "j.doe99@example.org"),
            ("mail me at <a+b@c-d.io>, thanks", "a+b@c-d.io"),
            ("john smith at hotmail dot com", "johnsmith@hotmail.com"),
            ("s as in sam at x y z dot net", "s@xyz.net"), ("sam at gmail.com", "sam@gmail.com"),
        ])
    func mail(text: String, address: String) {
        #expect(EmailReader.read(Wording(text).words, isExpected: true)?.value == address)
    }

    @Test(
        "what is no mail is not",
        arguments: ["at nine", "a@", "@b.c", "a@b", "at dot com", "a@@b.c", "", "at", "john at", "me@.com"])
    func noMail(text: String) {
        #expect(EmailReader.read(Wording(text).words, isExpected: true) == nil)
    }

    @Test(
        "plates are found behind what announces them",
        arguments: [
            ("my license plate is seven a b c one two three", "7ABC123"), ("plate number 7ABC123", "7ABC123"),
            ("the plates are alpha bravo charlie one two three", "ABC123"), ("tag is x y z double nine", "XYZ99"),
            ("registration ab12 cde", "AB12CDE"), ("plate b as in boy four five", "B45"),
        ])
    func plates(text: String, plate: String) {
        #expect(PlateReader.read(Wording(text).words)?.value == plate)
    }

    @Test(
        "what is no plate is not",
        arguments: ["seven a b c one two three", "plate", "my plate is dirty", "", "plate a"])
    func noPlates(text: String) {
        #expect(PlateReader.read(Wording(text).words) == nil)
    }

    @Test(
        "prices are found behind a limit",
        arguments: [
            ("under twenty thousand", 20_000), ("less than 25k", 25_000), ("no more than $30,000", 30_000),
            ("a budget of fifteen grand", 15_000), ("below thirty two thousand five hundred dollars", 32_500),
            ("twenty thousand dollars", 20_000), ("up to fifteen hundred", 1_500), ("$18,500 max", 18_500),
            ("under a hundred thousand", 100_000), ("twenty thousand or less", 20_000),
        ])
    func prices(text: String, price: Int) {
        #expect(PriceReader.read(Wording(text).words)?.value == price)
    }

    @Test(
        "what is no price is not",
        arguments: ["at nine", "two thousand eighteen", "thirty thousand miles", "under ten", "", "under"])
    func noPrices(text: String) {
        #expect(PriceReader.read(Wording(text).words) == nil)
    }
}
