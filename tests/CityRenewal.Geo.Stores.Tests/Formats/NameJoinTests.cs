using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Ledgers joined by name: what is the same is joined, what is alike is asked about, what was decided holds.</summary>
public sealed class NameJoinTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NameJoinTests()
    {
        TownLayer.Write(
            _folder["parcels.geojson"],
            ("A1", "春晖花园1号楼"), ("A2", "春晖花园2幢"), ("A3", "老街三巷"), ("A4", "和平里 5 栋"), ("A5", "和平里5幢"), ("A6", "春晖花园12号"));
        File.WriteAllText(
            _folder["l.csv"],
            "楼名,用途\n春晖花园１＃,R1\n春晖花园 2 栋,R2\n老街三号巷,R3\n和平里5号楼,R4\n春晖园12幢,R5\n火车站,R6\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("春晖花园１＃", "春晖花园1号楼")]
    [InlineData("春晖花园 2 栋", "春晖花园2幢")]
    [InlineData("Ａ座3號", "a座3幢")]
    public void Names_that_differ_in_width_blanks_and_the_sign_of_a_house_are_the_same(string one, string other) =>
        Assert.Equal(LedgerKeys.Name(one), LedgerKeys.Name(other));

    [Fact]
    public void Only_names_that_are_the_same_and_borne_once_are_joined_and_the_others_are_listed()
    {
        var imported = Import(confirmed: null);

        Assert.Equal(["R1", "R2", "", "", "", ""], Uses(imported));
        Assert.Equal(
            ["4 老街三号巷 A3 0.8", "5 和平里5号楼 A4 1", "5 和平里5号楼 A5 1", "6 春晖园12幢 A6 0.86"],
            imported.MatchList.Select(match => FormattableString.Invariant($"{match.LedgerRow} {match.LedgerName} {match.CandidateId} {match.Score}")));
        Assert.Contains(imported.Defects, defect => defect.Code == "ledger_match_to_confirm" && defect.Message.Contains("3 rows", StringComparison.Ordinal));
        Assert.Contains(imported.Defects, defect => defect.Code == "ledger_row_without_feature" && defect.Message.Contains("4 of 6 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_that_a_person_went_through_is_followed_and_kept()
    {
        WriteList(Import(confirmed: null), (4, "A3", "yes"), (5, "A5", "是"), (6, "A6", "否"));
        var imported = Import("matches.csv");

        Assert.Equal(["R1", "R2", "R3", "", "R4", ""], Uses(imported));
        Assert.Equal(
            ["4 A3 True", "5 A5 True", "6 A6 False"],
            imported.MatchList.Select(match => $"{match.LedgerRow} {match.CandidateId} {match.Decision}"));
    }

    [Fact]
    public void A_decision_for_a_row_that_has_changed_is_refused()
    {
        WriteList(Import(confirmed: null), (4, "A3", "yes"));
        File.WriteAllText(_folder["l.csv"], File.ReadAllText(_folder["l.csv"]).Replace("老街三号巷", "火车站北", StringComparison.Ordinal));

        Assert.Contains("row 4 '老街三号巷' with 'A3'", Assert.Throws<StoreException>(() => Import("matches.csv")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maybe", "the decision is 'maybe'")]
    public void A_decision_that_is_neither_yes_nor_no_is_refused(string decision, string words)
    {
        WriteList(Import(confirmed: null), (4, "A3", decision));

        Assert.Contains(words, Assert.Throws<StoreException>(() => Import("matches.csv")).Message, StringComparison.Ordinal);
    }

    private void WriteList(ImportedLayers imported, params (int Row, string Id, string Decision)[] decisions)
    {
        using var writer = new StringWriter();
        MatchList.Write(writer, imported.MatchList);
        var lines = writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line =>
            decisions.Where(decision => line.Contains($",{decision.Row},", StringComparison.Ordinal) && line.Contains($",{decision.Id},", StringComparison.Ordinal))
                .Select(decision => line + decision.Decision).FirstOrDefault(line));
        File.WriteAllText(_folder["matches.csv"], string.Join('\n', lines));
    }

    private ImportedLayers Import(string? confirmed)
    {
        File.WriteAllText(
            _folder["map.yaml"],
            "- layer: parcels\n  file: parcels.geojson\n  id: parcel_id\n  fields: { land_use: 用途 }\n  ledgers:\n"
            + $"  - {{ file: l.csv, name: {{ 楼名: name }}{(confirmed is null ? "" : $", confirmed: {confirmed}")} }}\n");
        return LayerImport.Read(new ImportRequest([_folder["parcels.geojson"], _folder["l.csv"]], _folder["map.yaml"]));
    }

    private static IEnumerable<string> Uses(ImportedLayers imported) => Enumerable.Range(0, 6).Select(imported.Layers[0].Column("land_use")!.TextOf);
}
