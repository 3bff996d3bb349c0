using System.Text.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal edit` as a planner's script uses it, and its plans computed a second time by Python.</summary>
public sealed class EditCommandLineTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");
    private static readonly string Pack = Path.Combine(Renewal.Checkout, "data", "rule-packs", "chongqing-2025.yaml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_script_edits_a_plan_and_the_second_opinion_agrees_with_every_number_of_it()
    {
        Propose();
        var stored = PlanFile.Read(_folder["plan.gpkg"]);
        var (first, second) = (stored.Areas[0], stored.Areas[1]);

        var renovated = stored.Dispositions.First(proposed => proposed is { Disposition: Areas.Disposition.Renovate, Demolition: Areas.DemolitionKind.None });

        var edited = Edit(
            "plan.gpkg",
            $"set retain {renovated.Building}",
            $"remove {first.Id} {string.Join(' ', first.Parcels.Take(3))}",
            $"add {second.Id} {string.Join(' ', first.Parcels.Take(1))}",
            "undo",
            "# a remark",
            $"resolve {second.Id}",
            $"write {_folder["edited.gpkg"]}");

        Assert.True(edited.Code is 0 or 1, edited.Error);
        Assert.Contains("objective:", edited.Output, StringComparison.Ordinal);
        Assert.Contains("↶ 撤回", edited.Output, StringComparison.Ordinal);
        var read = PlanFile.Read(_folder["edited.gpkg"]);
        Assert.Contains("方案保持不变", edited.Output, StringComparison.Ordinal);
        Assert.Equal(["set", "remove"], read.Edits.Select(edit => edit.Command.Split(' ')[0]));
        Assert.Equal(first.Parcels.Skip(3).Order(StringComparer.Ordinal), read.Areas.Single(area => area.Id == first.Id).Parcels.Order(StringComparer.Ordinal));
        var rules = Opinion("rule_opinion.py", Sample, _folder["edited.gpkg"], _folder["edited.json"], Pack, "2026");
        Assert.True(rules.GetProperty("checked").GetInt32() > 500);
        Opinion("second_opinion.py", Sample, _folder["edited.gpkg"], _folder["edited.json"], "2026", Pack);
        Assert.True(File.Exists(_folder["edited.svg"]));
    }

    [Fact]
    public void An_edited_plan_is_opened_again_with_its_split_its_locks_and_its_history()
    {
        Propose();
        var area = PlanFile.Read(_folder["plan.gpkg"]).Areas[0];
        var (id, line) = Splittable(area);

        var first = Edit("plan.gpkg", $"split {id} {line}", $"lock in {id}-1", $"remove {area.Id} {id}-2", $"write {_folder["edited.gpkg"]}");
        Assert.True(first.Code is 0 or 1, first.Error);
        var shown = Edit("edited.gpkg", "show", $"add {area.Id} {id}-2", $"lock in {id}-1", $"write {_folder["again.gpkg"]}");

        Assert.Equal(2, shown.Code);
        Assert.Contains($"{id}-1: It is locked in already.", shown.Error, StringComparison.Ordinal);
        var again = PlanFile.Read(_folder["again.gpkg"]);
        Assert.Equal(
            [$"split {id} {line}", $"lock in {id}-1", $"remove {area.Id} {id}-2", $"add {area.Id} {id}-2"], again.Edits.Select(edit => edit.Command));
        Assert.Equal(
            area.Parcels.Except([id]).Concat([$"{id}-1", $"{id}-2"]).Order(StringComparer.Ordinal),
            again.Areas.Single(each => each.Id == area.Id).Parcels.Order(StringComparer.Ordinal));
        Assert.Equal([$"{id}-1"], again.Options.LockedIn);
    }

    [Fact]
    public void With_json_every_command_answers_in_one_line_and_a_refusal_is_an_answer()
    {
        Propose();
        var area = PlanFile.Read(_folder["plan.gpkg"]).Areas[0];

        var edited = Edit("plan.gpkg", ["--json"], $"remove {area.Id} {area.Parcels[0]}", "add A999 P1", "redo", $"show {area.Id}");

        var lines = edited.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, edited.Code);
        Assert.Equal(["edit", "refused", "refused", "show"], lines.Select(line => line.GetProperty("done").GetString()));
        var change = lines[0].GetProperty("areas")[0];
        Assert.Equal(area.Parcels[0], change.GetProperty("parcels_lost")[0].GetString());
        var (before, after) = (change.GetProperty("before").GetProperty("measures"), change.GetProperty("after").GetProperty("measures"));
        Assert.True(after.GetProperty("net_area_m2").GetDouble() < before.GetProperty("net_area_m2").GetDouble());
        Assert.Equal(2, lines[1].GetProperty("problems").GetArrayLength());
        Assert.True(lines[3].GetProperty("areas")[0].GetProperty("now").GetProperty("measures").TryGetProperty("cohesion", out _));
    }

    [Fact]
    public void What_is_no_plan_is_refused_with_what_to_give()
    {
        var edited = Renewal.Run("edit", Sample, "--city", Sample, "--script", Script("show"));

        Assert.Equal(2, edited.Code);
        Assert.Contains("The file is no plan.", edited.Error, StringComparison.Ordinal);
    }

    private void Propose()
    {
        var proposal = Renewal.Run("propose", Sample, "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--area-maps", "0", "--elective-purpose", "dangerous housing");
        Assert.True(proposal.Code == 1, proposal.Error);
    }

    private Renewal.Ending Edit(string plan, params string[] lines) => Edit(plan, [], lines);

    private Renewal.Ending Edit(string plan, string[] options, params string[] lines) =>
        Renewal.Run(["edit", _folder[plan], "--city", Sample, "--script", Script(lines), .. options]);

    private string Script(params string[] lines)
    {
        File.WriteAllLines(_folder["script.txt"], lines);
        return _folder["script.txt"];
    }

    /// <summary>A parcel that a line through the middle of its box splits in two, as the program itself finds out.</summary>
    private (string Id, string Line) Splittable((string Id, IReadOnlyList<string> Parcels) area)
    {
        var city = CityFile.Open(Sample).City;
        var transform = Shapes.PlaneTransform.Between(city.Epsg, city.Plane);
        var rows = Enumerable.Range(0, city.Parcels.Count).ToDictionary(row => city.Parcels.Ids[row]);
        var tries = area.Parcels.Take(12).Select(id =>
        {
            var box = city.Parcels.Shapes.BoxOf(rows[id]);
            var middle = (int)(((long)box.MinY + box.MaxY) / 2);
            double[] x = new double[2], y = new double[2];
            transform.FromGrid([box.MinX - 10_000, box.MaxX + 10_000], [middle, middle], x, y);
            return (Id: id, Line: FormattableString.Invariant($"{x[0]:R},{y[0]:R} {x[1]:R},{y[1]:R}"));
        }).ToList();
        var answers = Edit("plan.gpkg", ["--json"], [.. tries.SelectMany(each => new[] { $"split {each.Id} {each.Line}", "undo" })])
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return tries.First(each => answers.Any(answer =>
            answer.GetProperty("done").GetString() == "edit" && answer.GetProperty("command").GetString() == $"split {each.Id} {each.Line}"
            && answer.GetProperty("areas")[0].GetProperty("parcels_gained").GetArrayLength() == 2));
    }

    private static JsonElement Opinion(params string[] arguments)
    {
        var ending = Renewal.Python(arguments[0], arguments[1..]);
        Assert.True(ending.Code == 0, ending.Error);
        var found = JsonDocument.Parse(ending.Output).RootElement;

        // A plan as proposed fails no rule, and the second opinion holds it to that; a planner may pass through a bad state.
        Assert.All(
            found.GetProperty("differences").EnumerateArray(),
            difference => Assert.EndsWith("does not fail", difference.GetString(), StringComparison.Ordinal));
        return found;
    }
}
