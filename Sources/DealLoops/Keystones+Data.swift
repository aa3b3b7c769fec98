import DealModel

extension Keystones {
  /// The JSON of `dealgraph keystones --json`.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("format")
    writer.string("dealgraph-keystones")
    writer.name("version")
    writer.integer(1)
    writer.name("circulation")
    writer.number(circulation)
    writer.name("maximumLength")
    writer.integer(maximumLength)
    writer.name("fewestDeals")
    writer.set(fewestDeals)
    writer.name("leastMoney")
    writer.set(leastMoney)
    writer.name("deals")
    writer.beginArray()
    for entry in entries {
      writer.newLine()
      writer.beginObject()
      for (name, text) in [
        ("deal", entry.deal), ("payer", entry.payer), ("payee", entry.payee),
      ] {
        writer.name(name)
        writer.string(text)
      }
      writer.name("usd")
      writer.number(entry.usd)
      writer.name("loss")
      writer.number(entry.loss)
      writer.name("loops")
      writer.integer(entry.loops)
      writer.name("complete")
      writer.bool(entry.isComplete)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  /// The deals as CSV (RFC 4180), one a line after the names of the columns.
  public func csv() -> [UInt8] {
    var table = CSVTable(["deal", "payer", "payee", "usd", "loss", "loops", "complete"])
    for entry in entries {
      table.add([
        entry.deal, entry.payer, entry.payee, CSVTable.number(entry.usd),
        CSVTable.number(entry.loss), String(entry.loops), String(entry.isComplete),
      ])
    }
    return table.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func set(_ set: LeastSet) {
    beginObject()
    name("proven")
    bool(set.isProven)
    name("lowerBound")
    number(set.lowerBound)
    name("dealCount")
    integer(set.dealCount)
    name("usd")
    number(set.usd)
    name("unknownPayments")
    integer(set.unknownPayments)
    name("payments")
    beginArray()
    for payment in set.payments {
      beginObject()
      name("payer")
      string(payment.payer)
      name("payee")
      string(payment.payee)
      name("deals")
      beginArray()
      for key in payment.deals { string(key) }
      endArray()
      endObject()
    }
    endArray()
    endObject()
  }
}
