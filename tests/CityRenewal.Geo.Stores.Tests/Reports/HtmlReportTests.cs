using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>A report says what the plan says, in one file that stands alone.</summary>
public sealed class HtmlReportTests(AreaMapTests.SamplePlan sample) : IClassFixture<AreaMapTests.SamplePlan>
{
    private static readonly string[] Hostile =
    [
        "</style><script>alert(1)</script>", "]]>&amp;<!--", "\"'><img src=x onerror=y>", "\u0001\u0008\u001f\uFFFE", "\ud800单\ud83d\ude00", "{{city.name}}",
    ];

    private readonly Lazy<XDocument> _page = new(() => SampleReport.Parsed(SampleReport.HtmlOf(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()))));

    private IEnumerable<XElement> Areas => All("section").Where(section => (string?)section.Attribute("class") == "area");

    [Fact]
    public void A_report_is_one_page_that_asks_for_nothing_from_elsewhere()
    {
        var names = _page.Value.Descendants().Select(element => element.Name.LocalName).ToHashSet();
        var attributes = _page.Value.Descendants().SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration).ToList();

        Assert.Empty(names.Intersect(["script", "link", "iframe", "img", "image", "object", "use"]));
        Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName == "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(attributes.Where(attribute => attribute.Name.LocalName == "href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", All("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", All("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_leads_somewhere_and_no_place_has_two_names()
    {
        var ids = _page.Value.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(_page.Value.Descendants().Attributes("href"), link => Assert.Contains(link.Value[1..], ids));
        Assert.All(sample.Plan.Plan.Areas, area => Assert.Contains(All("a"), link => link.Value == area.Id));
    }

    [Fact]
    public void The_first_page_says_what_it_is_of_which_data_rules_and_program_and_who_may_see_it()
    {
        var first = All("section").First().Value;

        foreach (var said in (string[])
            ["辅助核对结果,不替代法定审查", "内部资料 internal", "2026-11-26", "engine 1", "plan.gpkg", sample.Work.City.DataVersion, sample.Work.City.Name,
            sample.Plan.Rules!.Id, sample.Plan.Rules.Version, sample.Plan.Rules.Hash])
        {
            Assert.Contains(said, first, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_summary_counts_every_verdict_of_every_area()
    {
        var rows = All("div").Single(div => (string?)div.Attribute("id") == "summary").Descendants(SampleReport.Xhtml + "tr").ToList();

        foreach (var area in sample.Plan.Plan.Areas)
        {
            var cells = rows.Single(row => row.Elements().First().Value == area.Id).Elements().Select(cell => cell.Value).ToList();
            var expected = Compliance.RuleWords.WorstFirst.Select(verdict =>
                sample.Plan.Findings.Count(finding => finding.Area == area.Id && finding.Verdict == verdict).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(expected, cells.TakeLast(6));
        }
    }

    [Fact]
    public void The_numbers_of_an_area_are_those_of_the_JSON_of_the_plan_to_the_last_digit()
    {
        var plan = JsonDocument.Parse(PlanJson.Of(sample.Plan, sample.Work.City)).RootElement.GetProperty("plans")[0];
        foreach (var (section, area) in Areas.Zip(plan.GetProperty("areas").EnumerateArray()))
        {
            var told = section.Descendants(SampleReport.Xhtml + "data").Select(data => double.Parse((string)data.Attribute("value")!, CultureInfo.InvariantCulture)).ToHashSet();
            var measures = sample.Plan.Measures[0].All.Select(measure => measure.Name.Wire).Where(wire => wire is not ("gross_area_m2" or "net_area_m2" or "perimeter_m"));
            foreach (var wire in measures.Where(wire => area.GetProperty(wire).ValueKind == JsonValueKind.Number))
            {
                Assert.Contains(area.GetProperty(wire).GetDouble(), told);
            }

            foreach (var finding in plan.GetProperty("findings").EnumerateArray().Where(each => each.GetProperty("area").GetString() == area.GetProperty("id").GetString()))
            {
                Assert.True(finding.GetProperty("measured").ValueKind != JsonValueKind.Number || finding.GetProperty("members").GetArrayLength() > 0
                    || told.Contains(finding.GetProperty("measured").GetDouble()), finding.GetProperty("rule").GetString());
            }
        }
    }

    [Fact]
    public void Every_finding_stands_with_its_words_limit_citation_and_assumptions()
    {
        foreach (var (section, area) in Areas.Zip(sample.Plan.Plan.Areas))
        {
            foreach (var finding in sample.Plan.Findings.Where(finding => finding.Area == area.Id))
            {
                var row = section.Descendants(SampleReport.Xhtml + "tr").Single(row => row.Value.Contains(finding.Rule.TitleChinese + " " + finding.Rule.Title, StringComparison.Ordinal));
                Assert.Contains($"{finding.WordingChinese} {finding.Wording}", row.Value, StringComparison.Ordinal);
                Assert.Contains(FindingText.Limit(finding), row.Value, StringComparison.Ordinal);
                Assert.Contains(FindingText.Cited(sample.Plan.Rules!, finding.Rule.Citation), row.Value, StringComparison.Ordinal);
                Assert.Equal(finding.Assumptions.Distinct().Count(), row.Descendants(SampleReport.Xhtml + "a").Count());
            }
        }
    }

    [Fact]
    public void Dispositions_count_every_building_of_an_area_once()
    {
        foreach (var (section, area) in Areas.Zip(sample.Plan.Plan.Areas))
        {
            var table = section.Descendants(SampleReport.Xhtml + "table").First(table => table.Value.Contains("disposition", StringComparison.Ordinal));
            var counts = table.Descendants(SampleReport.Xhtml + "tr").Skip(1).Sum(row => int.Parse(row.Elements().ElementAt(1).Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            Assert.Equal(area.Dispositions.Count, counts);
        }
    }

    [Fact]
    public void There_is_a_map_of_the_city_and_one_of_each_area() =>
        Assert.Equal(1 + sample.Plan.Plan.Areas.Count, All("figure").Count(figure => figure.Elements().Single().Name.LocalName == "svg"));

    [Fact]
    public void The_same_report_is_the_same_bytes_on_one_thread_and_on_many() => Assert.Equal(
        SampleReport.HtmlOf(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()), threads: 1),
        SampleReport.HtmlOf(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()), threads: 5));

    [Fact]
    public void Hostile_names_stay_text_wherever_they_come_from()
    {
        var ground = ReviewGround.Of(sample.Work, RulePackShelf.Read("chongqing-2025").OrThrow(), new ProposalOptions());
        var review = SampleReport.Review(ground, sample.Plan, Hostile);
        var head = SampleReport.Head() with { Title = Hostile[0], Office = Hostile[1] + Hostile[3], Source = Hostile[2], Date = Hostile[0] };

        var page = SampleReport.Parsed(SampleReport.HtmlOf(ReportContent.Of(review, ground, head)));

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img");
        var titles = page.Descendants(SampleReport.Xhtml + "h2").Select(title => title.Value).ToList();
        Assert.All(Hostile.Where(name => name.All(letter => letter >= ' ' && !char.IsSurrogate(letter)) && !name.Contains('\uFFFE')), name => Assert.Contains(titles, title => title.StartsWith(name + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Boundaries_that_nobody_proposed_anything_for_leave_demolition_unknown_and_never_zero()
    {
        var ground = ReviewGround.Of(sample.Work, RulePackShelf.Read("chongqing-2025").OrThrow(), new ProposalOptions());
        var content = ReportContent.Of(SampleReport.Review(ground, sample.Plan, ["north"]), ground, SampleReport.Head());
        var section = SampleReport.Parsed(SampleReport.HtmlOf(content)).Descendants(SampleReport.Xhtml + "section").Single(each => (string?)each.Attribute("class") == "area");

        Assert.Contains("未提出建筑处置", section.Value, StringComparison.Ordinal);
        Assert.Contains(section.Descendants(SampleReport.Xhtml + "tr"), row => row.Value == "拆除比例 demolition ratio未知 unknown");
    }

    private IEnumerable<XElement> All(string tag) => _page.Value.Descendants(SampleReport.Xhtml + tag);
}
