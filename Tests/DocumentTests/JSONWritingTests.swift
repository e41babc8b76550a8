import Document
import Foundation
import Simulation
import Testing

/// JSON values as text.
@Suite struct JSONWritingTests {
    /// What Foundation writes of the same value.
    private static func reference(_ value: JSON) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("every character is written as Foundation writes it")
    func characters() throws {
        let codes = Array(0...0x2FF) + [0x2028, 0x2029, 0xFFFD, 0xFFFF, 0x1F600, 0x10FFFF]
        for scalar in codes.compactMap({ Unicode.Scalar($0) }) {
            let value = JSON.object(["a\(Character(scalar))": .string("\(Character(scalar))z")])
            #expect(try value.text == Self.reference(value), "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("every number is written as Foundation writes it")
    func numbers() throws {
        let doubles = [
            0, -0.0, 1, -1, 0.1, 1.5, 1e15, 1e16, 1e17, 1e20, 1e22, 1e-5, 123_456.789, .pi, .leastNonzeroMagnitude,
            1.7e308,
        ]
        for value in doubles.map(JSON.number) + [Int.min, -1, 0, 1, Int.max].map(JSON.int) {
            #expect(try value.text == Self.reference(.array([value])).dropFirst().dropLast())
        }
    }

    @Test("a number that JSON cannot hold makes the whole value null", arguments: [Double.infinity, -.infinity, .nan])
    func notANumber(_ number: Double) {
        #expect(JSON.object(["a": 1, "b": .array([.number(number)])]).text == "null")
    }

    @Test("values of any shape are written as Foundation writes them", arguments: 0..<200)
    func shapes(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let value = JSON.array([Self.value(3, &random)])
        #expect(try value.text == Self.reference(value))
        #expect(try JSON(parsing: value.text) == value)
    }

    private static func value(_ depth: Int, _ random: inout SeededGenerator) -> JSON {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .int(.random(in: .min ... .max, using: &random))
        case 3: return .number(Double(Int.random(in: -4000...4000, using: &random)) + 0.25)
        case 4: return .string(text(&random))
        case 5: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth - 1, &random) })
        default:
            let count = Int.random(in: 0...6, using: &random)
            let pairs = (0..<count).map { _ in (text(&random), value(depth - 1, &random)) }
            return .object(Dictionary(pairs) { _, last in last })
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let letters = Array("aAbBzZ019_- .\"\\/\u{0}\u{1f}\n\u{7f}äé\u{301}ß漢😀")
        return String(
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    }
}
