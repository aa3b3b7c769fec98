/// The tables and views of the SQLite export; SQLite keeps the comments, and `.schema` shows them.
enum DatabaseSchema {
  static let tables = """
    PRAGMA user_version = 1;
    CREATE TABLE articles ( -- The articles the deals were read from.
      id TEXT PRIMARY KEY NOT NULL,
      title TEXT,
      source TEXT, -- The path or URL as it was given.
      date TEXT, -- YYYY, YYYY-MM or YYYY-MM-DD.
      language TEXT, -- BCP 47, such as en or zh-Hans.
      bytes INTEGER
    );
    CREATE TABLE parties ( -- Companies, funds, banks, governments, projects and people.
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      kind TEXT,
      ticker TEXT
    );
    CREATE TABLE aliases ( -- Every form in which a party was named.
      party TEXT NOT NULL REFERENCES parties (id),
      position INTEGER NOT NULL, -- From 1, in the order of first meeting.
      alias TEXT NOT NULL,
      PRIMARY KEY (party, position)
    );
    CREATE TABLE deals ( -- One agreement a row: money goes from payer to payee.
      key TEXT PRIMARY KEY NOT NULL,
      payer TEXT NOT NULL REFERENCES parties (id),
      payee TEXT NOT NULL REFERENCES parties (id),
      kind TEXT NOT NULL, -- investment, loan, purchase, …; a partnership moves no money.
      returns TEXT, -- What comes back: equity, chips, compute, …
      amount REAL, -- Whole units of currency; of a range the upper end.
      low REAL, -- The lower end of a range.
      currency TEXT, -- ISO 4217.
      bound TEXT, -- exact, upTo, atLeast or about.
      scope TEXT, -- own, or joint where several pairs share the sum.
      usd REAL, -- The amount in US dollars at the yearly average rate.
      capacity REAL, -- What is bought other than money, in units of unit.
      unit TEXT,
      capacity_bound TEXT,
      stake REAL, -- Per cent of the equity.
      years REAL, -- The length of the contract.
      date TEXT, -- YYYY, YYYY-MM or YYYY-MM-DD.
      first_day TEXT, -- The first day the date can mean, YYYY-MM-DD.
      last_day TEXT, -- The last day the date can mean, YYYY-MM-DD.
      status TEXT NOT NULL, -- completed, agreed, planned, talks or ended.
      confidence REAL -- 0…1.
    );
    CREATE TABLE evidence ( -- The sentences that prove a deal.
      deal TEXT NOT NULL REFERENCES deals (key),
      position INTEGER NOT NULL, -- From 1, the best first.
      article TEXT NOT NULL, -- The id of an article; its row may be missing.
      start_byte INTEGER NOT NULL, -- Byte ranges are half-open, in UTF-8 bytes of the article.
      end_byte INTEGER NOT NULL,
      text TEXT NOT NULL,
      payer_start INTEGER, payer_end INTEGER, -- Where the payer is named.
      payee_start INTEGER, payee_end INTEGER, -- Where the payee is named.
      amount_start INTEGER, amount_end INTEGER, -- Where the sum is stated.
      rule TEXT,
      PRIMARY KEY (deal, position)
    );
    """

  /// Made after the rows, so that the rows go in faster.
  static let views = """
    CREATE INDEX deals_by_payer ON deals (payer, payee);
    CREATE INDEX deals_by_payee ON deals (payee);
    CREATE VIEW deal_list AS -- The deals with names and the best sentence, for reading.
      SELECT d.key, a.name AS payer_name, b.name AS payee_name, d.kind, d.amount, d.currency,
        d.usd, d.date, d.status, d.confidence, e.text AS evidence
      FROM deals d JOIN parties a ON a.id = d.payer JOIN parties b ON b.id = d.payee
      LEFT JOIN evidence e ON e.deal = d.key AND e.position = 1;
    CREATE VIEW flows AS -- All deals that move money from one party to another, summed.
      SELECT payer, payee, count(*) AS deals, sum(usd) AS usd, sum(usd IS NULL) AS without_sum
      FROM deals WHERE kind <> 'partnership' GROUP BY payer, payee;
    CREATE VIEW party_sums AS -- What each party pays and is paid, in US dollars.
      SELECT p.id, p.name,
        (SELECT sum(usd) FROM flows f WHERE f.payer = p.id) AS paid,
        (SELECT sum(usd) FROM flows f WHERE f.payee = p.id) AS received
      FROM parties p;
    CREATE VIEW mutual_flows AS -- Loops of two: parties that pay each other.
      SELECT f.payer AS first, f.payee AS second, f.usd AS first_pays, g.usd AS second_pays
      FROM flows f JOIN flows g ON g.payer = f.payee AND g.payee = f.payer
      WHERE f.payer < f.payee;
    CREATE VIEW triangles AS -- Loops of three: first pays second, who pays third, who pays first.
      SELECT f.payer AS first, f.payee AS second, g.payee AS third,
        f.usd AS first_pays, g.usd AS second_pays, h.usd AS third_pays
      FROM flows f JOIN flows g ON g.payer = f.payee
      JOIN flows h ON h.payer = g.payee AND h.payee = f.payer
      WHERE f.payer < f.payee AND f.payer < g.payee AND f.payee <> g.payee;
    """
}
