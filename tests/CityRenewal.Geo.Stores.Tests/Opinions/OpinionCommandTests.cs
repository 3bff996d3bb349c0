using System.Diagnostics;
using System.Text.Json;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Opinions;

/// <summary>`renewal opinion`: a record in the plan's own file that is only ever added to.</summary>
public sealed class OpinionCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public OpinionCommandTests()
    {
        var ending = Renewal.Run("propose", Sample, "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--area-maps", "0");
        Assert.True(ending.Code == 1, ending.Error);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_opinion_its_answer_and_its_correction_stand_one_after_the_other()
    {
        Say("add", "--area", "A001", "--rule", "demolition-ratio", "--text", "拆除比例偏高", "--reason", "未计危房", "--author", "王工", "--time", "2026-11-26T19:30:00+08:00");
        Say("answer", "--to", "1", "--text", "已补危房鉴定", "--author", "李工", "--time", "2026-11-27T09:00:00+08:00");
        Say("add", "--area", "A001", "--rule", "demolition-ratio", "--corrects", "1", "--text", "无意见", "--reason", "已补", "--author", "王工");

        var entries = Listed().GetProperty("opinions").EnumerateArray().ToList();

        Assert.Equal(["opinion", "answer", "correction"], entries.Select(entry => entry.GetProperty("kind").GetString()));
        Assert.Equal(("拆除比例偏高", "未计危房", "王工", "2026-11-26T19:30:00+08:00"), (Text(entries[0], "opinion"), Text(entries[0], "reason"), Text(entries[0], "author"), Text(entries[0], "written_at")));
        Assert.Equal([1, 1], entries.Skip(1).Select(entry => entry.GetProperty("refers_to").GetInt32()));
        Assert.All(entries, entry => Assert.Equal("same", Text(entry, "finding_since")));
    }

    [Theory]
    [InlineData("UPDATE opinions SET opinion = 'x'")]
    [InlineData("DELETE FROM opinions")]
    public void The_file_itself_refuses_to_change_or_delete_one(string sql)
    {
        Add("A001", "demolition-ratio");

        using var sqlite = Process.Start(new ProcessStartInfo("sqlite3", [_folder["plan.gpkg"], sql]) { RedirectStandardError = true })!;
        var said = sqlite.StandardError.ReadToEnd();
        sqlite.WaitForExit();

        Assert.Contains("never changed or deleted", said, StringComparison.Ordinal);
        Assert.Single(Listed().GetProperty("opinions").EnumerateArray());
    }

    [Fact]
    public void A_record_that_was_changed_behind_the_guard_is_told_and_takes_no_more()
    {
        Add("A001", "demolition-ratio");
        Add("A002", "demolition-ratio");
        TemporaryFolder.Sql(_folder["plan.gpkg"], "DROP TRIGGER opinions_no_update; UPDATE opinions SET author = '张工' WHERE fid = 1");

        var listed = Renewal.Run("opinion", _folder["plan.gpkg"], "list");
        var added = Renewal.Run("opinion", _folder["plan.gpkg"], "add", "--area", "A001", "--rule", "demolition-ratio", "--text", "t", "--reason", "r", "--author", "a");

        Assert.Equal(1, listed.Code);
        Assert.Contains("from entry 1 on", listed.Output, StringComparison.Ordinal);
        Assert.Equal(2, added.Code);
    }

    [Fact]
    public void In_an_edited_plan_the_opinions_are_still_there_and_those_on_other_findings_are_marked()
    {
        Add("A001", "demolition-ratio");
        var last = PlanFile.Read(_folder["plan.gpkg"]).Areas[^1];
        Add(last.Id, "demolition-ratio");
        Add("A002", "demolition-ratio");
        var removed = string.Join(' ', PlanFile.Read(_folder["plan.gpkg"]).Areas[0].Parcels.Take(40));
        File.WriteAllLines(_folder["script.txt"], [$"remove A001 {removed}", $"dissolve {last.Id}", $"write {_folder["edited.gpkg"]}"]);
        var edit = Renewal.Run("edit", _folder["plan.gpkg"], "--city", Sample, "--script", _folder["script.txt"]);
        Assert.True(edit.Code is 0 or 1, edit.Error);

        var record = PlanOpinions.Read(_folder["edited.gpkg"]);

        Assert.Null(record.BrokenAt);
        Assert.Equal([FindingSince.Changed, FindingSince.Gone, FindingSince.Same], record.Entries.Select(entry => entry.Since));
        Assert.Equal(PlanOpinions.Read(_folder["plan.gpkg"]).LastHash, record.LastHash);
    }

    [Fact]
    public void No_plan_is_written_in_the_place_of_one_with_opinions()
    {
        Add("A001", "demolition-ratio");

        var ending = Renewal.Run("propose", Sample, "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--area-maps", "0");

        Assert.Equal(2, ending.Code);
        Assert.Contains("1 opinions, which would be lost", ending.Error, StringComparison.Ordinal);
        Assert.Single(Listed().GetProperty("opinions").EnumerateArray());
    }

    [Fact]
    public void Opinions_travel_into_the_dossier_and_into_the_review_of_the_plan()
    {
        Add("A001", "demolition-ratio");

        var dossier = Renewal.Run("dossier", Sample, _folder["plan.gpkg"], "-o", _folder["d.zip"]);
        var review = Renewal.Run("review", _folder["plan.gpkg"], "--layer", "renewal_areas", "--city", Sample, "--rules", "chongqing-2025", "--json");

        Assert.True(dossier.Code == 1, dossier.Error);
        var inside = TemporaryFolder.Run("unzip", "-p", _folder["d.zip"], "opinions.json");
        Assert.Equal("意见", Text(JsonDocument.Parse(inside).RootElement.GetProperty("opinions")[0], "opinion"));
        Assert.Equal("意见", Text(JsonDocument.Parse(review.Output).RootElement.GetProperty("opinions")[0], "opinion"));
        Assert.Equal(0, Renewal.Run("verify", _folder["d.zip"], "--city", Sample).Code);
    }

    [Fact]
    public void What_is_not_there_is_refused_with_what_there_is()
    {
        var rule = Renewal.Run("opinion", _folder["plan.gpkg"], "add", "--area", "A001", "--rule", "no-such-rule", "--text", "t", "--reason", "r", "--author", "a");
        var answer = Renewal.Run("opinion", _folder["plan.gpkg"], "answer", "--to", "7", "--text", "t", "--author", "a");
        var empty = Renewal.Run("opinion", _folder["plan.gpkg"], "add", "--area", "A001", "--rule", "demolition-ratio", "--text", " ", "--reason", "", "--author", "", "--time", "yesterday");

        Assert.Equal((2, 2, 2), (rule.Code, answer.Code, empty.Code));
        Assert.Contains("demolition-ratio", rule.Error, StringComparison.Ordinal);
        Assert.Contains("no entry 7", answer.Error, StringComparison.Ordinal);
        Assert.All(["--text: it is empty", "--reason: it is empty", "--author: it is empty", "--time yesterday"], part => Assert.Contains(part, empty.Error, StringComparison.Ordinal));
    }

    private void Add(string area, string rule) => Say("add", "--area", area, "--rule", rule, "--text", "意见", "--reason", "理由", "--author", "王工", "--time", "2026-11-26T19:30:00+08:00");

    private void Say(params string[] arguments)
    {
        var ending = Renewal.Run(["opinion", _folder["plan.gpkg"], .. arguments]);
        Assert.True(ending.Code == 0, ending.Error);
    }

    private JsonElement Listed() => JsonDocument.Parse(Renewal.Run("opinion", _folder["plan.gpkg"], "list", "--json").Output).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
