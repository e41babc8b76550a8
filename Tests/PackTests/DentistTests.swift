import Conversation
import Dealership
import FoundationEssentials
import Pack
import Testing

@Suite struct DentistTests {
    private let pack: BusinessPack

    init() throws {
        pack = try BusinessPack.load(PackFolder.path("dentist"))
    }

    @Test("another business is a folder: the same conversation books a filling")
    func booking() throws {
        var patient = try Patient(pack)
        #expect(try patient.calls() == "Harbour Street Dental, hello. What can I do for your teeth today?")
        #expect(try patient.says("what are your opening hours").hasPrefix("We open at 8:30 in the morning"))
        #expect(
            try patient.says("how much is a cleaning").hasPrefix(
                "A cleaning is 80 to 110 dollars and takes 45 minutes."))
        #expect(try patient.says("i need a filling please").hasSuffix("Which day would you like?"))
        #expect(try patient.says("sunday").contains("On Sunday we are closed."))
        #expect(try patient.says("thursday at ten").hasSuffix("What is your name, please?"))
        #expect(try patient.says("my name is john smith") == "And your phone number?")
        #expect(
            try patient.says("five five five one two three four")
                == "A filling on Thursday, May 7th at 10 AM for John Smith, phone 5 5 5, 1 2 3 4. Correct?")
        #expect(patient.desk.appointments.isEmpty)
        #expect(
            try patient.says("yes please")
                == "Done, John. See you on Thursday, May 7th at 10 AM. Anything else?")
        #expect(patient.desk.appointments.map(\.subject) == ["Filling"])
        #expect(patient.desk.appointments.map(\.durationMin) == [60])
        #expect(try patient.says("no thank you") == "Take care of those teeth. Goodbye.")
        #expect(patient.endsCall)
    }

    @Test("its own questions are asked in its own words")
    func questions() throws {
        var patient = try Patient(pack)
        _ = try patient.calls()
        #expect(try patient.says("do you take insurance").hasPrefix("We take most dental plans."))
        #expect(try patient.says("i am afraid of the dentist").hasPrefix("You are not alone."))
    }

    @Test("its callers are expected to say its words")
    func corpus() {
        let sentences = Corpus(pack.domain(timeZone: .gmt)).sentences
        #expect(sentences.values.allSatisfy { !$0.isEmpty })
        #expect(sentences["open"]?.contains("do you take insurance") == true)
        #expect(sentences["service"]?.contains { $0.contains("root canal") } == true)
        #expect(!sentences.values.joined().contains { $0.contains("camry") })
    }

    @Test("what it does not do, it says so")
    func testDrives() throws {
        var patient = try Patient(pack)
        _ = try patient.calls()
        #expect(try patient.says("i want to book a test drive").contains("We treat teeth, not cars."))
    }

    @Test("its data, its tools and its approvals are its own")
    func data() {
        #expect(pack.seed.inventory.isEmpty && pack.seed.customers.isEmpty)
        #expect(pack.seed.resources.map(\.skills.count) == [1, 1, 1, 2, 1])
        let domain = pack.domain(timeZone: .gmt)
        #expect(domain.policies == ["cancel": .approve(within: .seconds(120))])
        #expect(domain.bookingHorizon == 180)
        #expect(pack.timeZone?.identifier == "Europe/Dublin")
        #expect(pack.tools.map(\.name).contains("book_test_drive") == false)
    }
}
