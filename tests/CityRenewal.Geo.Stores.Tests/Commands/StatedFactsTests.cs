using System.Text.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>What somebody states for a proposal or an edit, and what a review says of the projects that a plan's own limits name.</summary>
public sealed class StatedFactsTests : IDisposable
{
    private const string Rule = "owners-agree";

    private const string Pack = """
        pack: agree-2026
        version: "1"
        title: Owners agree
        title_zh: 业主同意
        licence: CC0-1.0
        sources:
          - {id: text, title: 自拟条文}
        rules:
          - id: owners-agree
            title: Nine of ten owners agree
            title_zh: 九成业主同意
            scope: [area, project]
            strength: advisable
            citation: {source: text, clause: 第一条}
            consent: {text: the district, text_zh: 区政府}
            declared: {number: consent_share, unit: ratio, at_least: 0.9}
        """;

    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public StatedFactsTests() => File.WriteAllText(_folder["agree.yaml"], Pack);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_stated_for_a_proposal_decides_its_rules_stays_with_the_plan_and_can_be_stated_anew()
    {
        Assert.Equal(["unknown"], Verdicts(Propose("silent.gpkg")));
        Assert.Equal(["pass"], Verdicts(Propose("plan.gpkg", "--declare", "consent_share=0.95", "--document", "overlay-map")));
        var stated = PlanFile.Read(_folder["plan.gpkg"]).Options.Stated;
        Assert.Equal((0.95, "overlay-map"), (stated.Numbers["consent_share"], Assert.Single(stated.Documents!)));

        Assert.Equal(["pass"], Verdicts(Review("plan.gpkg")));
        Assert.Equal(["needs_approval"], Verdicts(Review("plan.gpkg", "--declare", "consent_share=0.5")));

        File.WriteAllLines(_folder["script.txt"], [$"write {_folder["edited.gpkg"]}"]);
        Edit();
        Assert.Equal(["pass"], Verdicts(Review("edited.gpkg")));
        Edit("--declare", "consent_share=0.6");
        Assert.Equal(0.6, PlanFile.Read(_folder["edited.gpkg"]).Options.Stated.Numbers["consent_share"]);
        Assert.Equal(["needs_approval"], Verdicts(Review("edited.gpkg")));
    }

    [Fact]
    public void A_review_judges_the_projects_that_the_limits_of_a_plan_name()
    {
        Propose("plan.gpkg");
        var area = PlanFile.Read(_folder["plan.gpkg"]).Areas[0];
        File.WriteAllText(_folder["limits.yaml"], $"projects:\n- {{id: J1, parcels: [{string.Join(", ", area.Parcels.Take(2).Select(id => $"'{id}'"))}]}}\n");
        Propose("with.gpkg", "--limits", _folder["limits.yaml"], "--declare", "consent_share=0.5");

        var findings = JsonDocument.Parse(Review("with.gpkg").Output).RootElement.GetProperty("findings").EnumerateArray().ToList();

        var project = Assert.Single(findings, finding => finding.GetProperty("project").GetString() == "J1");
        Assert.Equal((Rule, "needs_approval"), (project.GetProperty("rule").GetString(), project.GetProperty("verdict").GetString()));
    }

    private Renewal.Ending Propose(string plan, params string[] more)
    {
        var ending = Renewal.Run(["propose", Sample, "--rules", _folder["agree.yaml"], "-o", _folder[plan], "--area-maps", "0", "--json", .. more]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return ending;
    }

    private Renewal.Ending Review(string plan, params string[] more) =>
        Renewal.Run(["review", _folder[plan], "--city", Sample, "--rules", _folder["agree.yaml"], "--json", .. more]);

    private void Edit(params string[] more)
    {
        var ending = Renewal.Run(["edit", _folder["plan.gpkg"], "--city", Sample, "--rules", _folder["agree.yaml"], "--script", _folder["script.txt"], .. more]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
    }

    private static IEnumerable<string?> Verdicts(Renewal.Ending ending)
    {
        var root = JsonDocument.Parse(ending.Output).RootElement;
        var findings = root.TryGetProperty("plans", out var plans) ? plans[0].GetProperty("findings") : root.GetProperty("findings");
        return findings.EnumerateArray().Where(finding => finding.GetProperty("rule").GetString() == Rule).Select(finding => finding.GetProperty("verdict").GetString()).Distinct();
    }
}
