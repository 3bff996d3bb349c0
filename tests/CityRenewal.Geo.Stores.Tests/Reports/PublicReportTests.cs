using System.Text.RegularExpressions;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Office;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>What everybody may see sums up: no building and no parcel is in it, under any name.</summary>
public sealed partial class PublicReportTests(AreaMapTests.SamplePlan sample) : IClassFixture<AreaMapTests.SamplePlan>
{
    private ReportContent Public => ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head(isPublic: true));

    [Fact]
    public void No_id_of_any_parcel_or_building_stands_in_a_public_report()
    {
        var words = WordsOf(SampleReport.HtmlOf(Public));

        Assert.DoesNotContain(SampleReport.IdsOf(sample.Work.City), words.Contains);
        Assert.Contains(
            SampleReport.IdsOf(sample.Work.City),
            WordsOf(SampleReport.HtmlOf(ReportContent.Of(sample.Plan, sample.Work, SampleReport.Head()))).Contains);
    }

    [Fact]
    public void No_id_of_any_parcel_or_building_comes_into_a_document_of_an_office()
    {
        var texts = TextsOf(ReportFields.Of(Public)).SelectMany(WordsOf).ToHashSet();

        Assert.DoesNotContain(SampleReport.IdsOf(sample.Work.City), texts.Contains);
    }

    [Fact]
    public void No_map_of_a_public_report_shows_what_is_proposed_for_a_building()
    {
        var html = SampleReport.HtmlOf(Public);

        foreach (var sign in (string[])["拆除（不计入比例） demolish, exempt</text>", "改造 renovate</text>", "拟拆候选 elective candidate</text>", "发现所在 place of a finding"])
        {
            Assert.DoesNotContain(sign, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_has_no_boundary_points_and_says_so()
    {
        var html = SampleReport.HtmlOf(Public);

        Assert.DoesNotContain("界址点坐标成果表", html, StringComparison.Ordinal);
        Assert.Contains("界址点坐标不随公开版提供", html, StringComparison.Ordinal);
        Assert.Contains("公开版（汇总）", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_below_three_are_told_as_such_and_nothing_tells_them_by_subtraction()
    {
        foreach (var area in Public.Areas)
        {
            var rows = DispositionTable.Of(area);
            if (rows.All(row => row.Buildings >= Disclosure.Least))
            {
                continue;
            }

            var told = TextsOf(ReportFields.Of(Public with { Areas = [area] }).List("dispositions")!.Items.Value[0]).ToList();
            Assert.Contains(Disclosure.Withheld, told);
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "<3")]
    [InlineData(2, "<3")]
    [InlineData(3, "3")]
    public void A_count_is_told_from_three_on(int count, string told)
    {
        Assert.Equal(told, new Disclosure(IsPublic: true).Count(count));
        Assert.Equal($"{count}", new Disclosure(IsPublic: false).Count(count));
    }

    [Fact]
    public void What_is_measured_of_fewer_than_three_buildings_is_not_told()
    {
        var withheld = sample.Plan.Findings.Where(finding => finding.Judgement.Measured.Value is not (null or 0)
            && finding.Judgement.Evidence.Buildings.Count is 1 or 2).ToList();

        Assert.All(withheld, finding => Assert.False(new Disclosure(IsPublic: true).Tells(finding)));
        Assert.All(sample.Plan.Findings, finding => Assert.True(new Disclosure(IsPublic: false).Tells(finding)));
    }

    private static IEnumerable<string> TextsOf(FieldScope scope) =>
        scope.Values.Values.Select(value => value.Text).Concat(scope.Lists.Values.SelectMany(list => list.Items.Value).SelectMany(TextsOf));

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9\-_/]*")]
    private static partial Regex Word();
}
