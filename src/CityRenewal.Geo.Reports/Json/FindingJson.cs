using System.Text.Json;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Findings (核对发现) as every document has them: what was found, against what, where it is written, and on which evidence.</summary>
internal static class FindingJson
{
    /// <summary>The array `findings`.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Finding> findings, RulePack pack, City city)
    {
        var sources = pack.Sources.ToDictionary(source => source.Id);
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            WriteVerdict(json, finding);
            WriteMeasured(json, finding);
            WriteCitation(json, finding.Rule.Citation, sources);
            WriteSentences(json, "assumptions", finding.Assumptions);
            EvidenceJson.Write(json, finding.Judgement.Evidence, city);
            EvidenceJson.WriteSources(json, finding.Sources);
            WriteReadings(json, finding.Judgement.Readings);
            WriteMembers(json, finding.Judgement.Members, city);
            json.WriteEndObject();
            json.FlushIfMuch();
        }

        json.WriteEndArray();
    }

    /// <summary>Where something is written: the title and number of the text, and the clause.</summary>
    public static void WriteCitation(Utf8JsonWriter json, Citation citation, IReadOnlyDictionary<string, PackSource> sources)
    {
        var source = sources.GetValueOrDefault(citation.Source);
        json.WriteStartObject("citation");
        json.WriteString("source", citation.Source);
        json.WriteString("title", source?.Title ?? "");
        json.WriteString("number", source?.Number ?? "");
        json.WriteString("clause", citation.Clause);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("area", finding.Area);
        json.WriteString("project", finding.Project);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("title", finding.Rule.Title);
        json.WriteString("title_chinese", finding.Rule.TitleChinese);
        json.WriteString("strength", finding.Rule.Strength.Wire());
        json.WriteString("verdict", finding.Verdict.Wire());
        json.WriteString("wording", finding.Wording);
        json.WriteString("wording_chinese", finding.WordingChinese);
        WriteWhyNot(json, finding.WhyNot);
        if (finding.Rule.Consent is { } consent)
        {
            json.WriteString("consent", consent.Text);
            json.WriteString("consent_chinese", consent.TextChinese);
        }
    }

    private static void WriteWhyNot(Utf8JsonWriter json, WhyNot? whyNot)
    {
        if (whyNot is null)
        {
            json.WriteNull("reason");
            return;
        }

        json.WriteStartObject("reason");
        json.WriteString("code", whyNot.Code);
        json.WriteString("text", whyNot.Text);
        json.WriteString("text_chinese", whyNot.TextChinese);
        json.WriteEndObject();
    }

    // An interval that is open above has no upper end, and says so.
    private static void WriteMeasured(Utf8JsonWriter json, Finding finding)
    {
        WriteInterval(json, finding.Judgement.Measured);
        json.WriteOptional("limit", finding.Judgement.Limit);
        json.WriteString("sense", finding.Judgement.Sense.Wire(finding.Judgement.IsStrict));
        json.WriteString("unit", finding.Unit?.Wire());
    }

    private static void WriteInterval(Utf8JsonWriter json, Measured measured)
    {
        json.WriteOptional("measured", measured.Value);
        json.WriteOptional("measured_low", measured.Low);
        json.WriteOptional("measured_high", measured.High);
    }

    // A rule that is made of others shows what each of them says, with its own evidence.
    private static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<MemberResult> members, City city)
    {
        json.WriteStartArray("members");
        foreach (var (rule, judgement) in members)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("title", rule.Title);
            json.WriteString("title_chinese", rule.TitleChinese);
            json.WriteString("verdict", judgement.Verdict.Wire());
            WriteWhyNot(json, judgement.WhyNot);
            WriteInterval(json, judgement.Measured);
            json.WriteOptional("limit", judgement.Limit);
            json.WriteString("sense", judgement.Sense.Wire(judgement.IsStrict));
            json.WriteString("unit", judgement.Unit.Wire());
            EvidenceJson.Write(json, judgement.Evidence, city);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReadings(Utf8JsonWriter json, IReadOnlyList<ReadingResult> readings)
    {
        json.WriteStartArray("readings");
        foreach (var reading in readings)
        {
            json.WriteStartObject();
            json.WriteString("id", reading.Id);
            json.WriteString("verdict", reading.Verdict.Wire());
            WriteInterval(json, reading.Measured);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSentences(Utf8JsonWriter json, string name, IReadOnlyList<PackAssumption> sentences)
    {
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteString("text", sentence.Text);
            json.WriteString("text_chinese", sentence.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
