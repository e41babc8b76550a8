import Document
import Testing

@Suite struct ParsingTests {
    @Test("every value knows its line, its column and its path")
    func places() throws {
        let document = try DocumentValue(
            parsing: """
                # A business.
                name: Riverside
                services:
                  - name: Oil Change
                    price: 49
                  - {name: "Tires", price: 320}
                """)
        let price = document["services"].elements[1]["price"]
        #expect(price.position == DocumentPosition(line: 6, column: 28))
        #expect(price.path.description == "services[1].price")
        #expect(price.int == 320)
        #expect(document["services"].elements[0]["name"].string == "Oil Change")
        #expect(document.entries.map(\.key) == ["name", "services"])
        #expect(document.entries[1].position == DocumentPosition(line: 3, column: 1))
        #expect(document["services"].elements[0]["nothing"].path.description == "services[0].nothing")
    }

    @Test("JSON is read like YAML")
    func json() throws {
        let text = #"{"name": "A \"b\"", "list": [1, 2.5, true, null, "3"], "none": {}}"#
        let document = try DocumentValue(parsing: text)
        #expect(document.json == (try JSON(parsing: text)))
        #expect(document["list"].elements[1].path.description == "list[1]")
    }

    @Test(
        "whatever JSON allows is read",
        arguments: [
            "{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2\n\t]\n}", #"{"a":"\u00e9\n\/\"\\"}"#, #"["\ud83d\ude97 \uD83D\uDE00"]"#,
            #"{"a": "\\ud83d"}"#, #"{"a":-1.5e-3,"b":{"c":[]},"":""}"#, #"[true,false,null]"#, #"["yes","~","1"]"#,
        ])
    func allJSON(text: String) throws {
        #expect(try DocumentValue(parsing: text).json == JSON(parsing: text))
    }

    @Test(
        "half of a pair of escapes is refused",
        arguments: [#"["\ud83d"]"#, #"["\ud83dx\ude97"]"#, #"["\ude97\ud83d"]"#])
    func halves(text: String) {
        #expect(throws: InvalidDocument.self) { try DocumentValue(parsing: text) }
    }

    @Test(
        "what a scalar is depends on its spelling and its quotes",
        arguments: [
            ("12", JSON.int(12)), ("-3", -3), ("'12'", "12"), ("1.5", 1.5), ("true", true), ("yes", "yes"),
            ("null", nil), ("~", nil), ("", nil), ("0x10", "0x10"), ("nan", "nan"), ("99999999999999999999", 1e20),
            ("2026-05-04", "2026-05-04"), ("|\n  a\n  b", "a\nb"), ("\"\"", ""), ("1_000", "1_000"),
        ])
    func scalars(text: String, json: JSON) throws {
        #expect(try DocumentValue(parsing: "a: \(text)")["a"].json == json)
    }

    @Test("what looks like a number can be read as a text")
    func texts() throws {
        let document = try DocumentValue(parsing: "phone: 0041555\nname: true")
        #expect(document["phone"].string == "0041555")
        #expect(document["name"].string == "true")
        #expect(DocumentValue(JSON.int(5)).string == nil)
    }

    @Test("nothing at all is null")
    func empty() throws {
        for text in ["", "# nothing", "---", "\n\n"] { #expect(try DocumentValue(parsing: text).isNull, "\(text)") }
    }

    @Test("a path quotes keys that are no words")
    func paths() {
        let path = DocumentPath.key("c d", in: .index(3, in: .key("a", in: .root)))
        #expect(path.description == "a[3][\"c d\"]")
        #expect(DocumentPath.root.description == "")
    }
}
