using System.Xml.Linq;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>The sheet of an area bears what a planning office expects on one.</summary>
public sealed class AreaMapTests : IClassFixture<AreaMapTests.SamplePlan>
{
    private readonly SamplePlan _sample;

    public AreaMapTests(SamplePlan sample) => _sample = sample;

    [Fact]
    public void A_sheet_is_whole_XML_with_its_area_numbers_findings_classification_and_what_it_is_not()
    {
        for (var area = 0; area < _sample.Plan.Plan.Areas.Count; area++)
        {
            var text = string.Join('\n', XDocument.Parse(_sample.Maps.ToSvg(area)).Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value));

            Assert.Contains($"Renewal area {_sample.Plan.Plan.Areas[area].Id}", text, StringComparison.Ordinal);
            Assert.Contains("内部资料 internal", text, StringComparison.Ordinal);
            Assert.Contains("辅助核对结果,不替代法定审查", text, StringComparison.Ordinal);
            foreach (var label in (string[])["净面积 net area", "住户 households", "更新需求参考分 need, 0 to 1", "拆除比例 demolition ratio", "片区范围 area outline", "N"])
            {
                Assert.Contains(label, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_finding_that_must_be_looked_at_stands_on_the_sheet_in_both_languages()
    {
        foreach (var finding in _sample.Plan.Findings.Where(finding => finding.IsOpen))
        {
            var area = _sample.Plan.Plan.Areas.ToList().FindIndex(area => area.Id == finding.Area);
            // Lines are broken where the column ends: the words are all there.
            var text = string.Concat(XDocument.Parse(_sample.Maps.ToSvg(area)).Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value)).Replace(" ", "");

            Assert.Contains(finding.Rule.TitleChinese.Replace(" ", ""), text, StringComparison.Ordinal);
            Assert.Contains($"{finding.WordingChinese}·{finding.Wording}".Replace(" ", ""), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_largest_areas_are_drawn_first()
    {
        Assert.Equal([0], _sample.Maps.Largest(1));
        Assert.Equal(_sample.Plan.Plan.Areas.Count, _sample.Maps.Largest(50).Count);
    }

    [Fact]
    public void A_sheet_is_the_same_whenever_it_is_drawn() => Assert.Equal(_sample.Maps.ToSvg(0), new AreaMaps(_sample.Work, _sample.Plan).ToSvg(0));

    /// <summary>The plan of the sample city under the rules of Chongqing.</summary>
    public sealed class SamplePlan : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public SamplePlan()
        {
            File.Copy(Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg"), _folder["city.gpkg"]);
            Work = new CityWork(CityFile.Open(_folder["city.gpkg"]).City);
            Plan = Work.Propose(new ProposalOptions(), pack: RulePackShelf.Read("chongqing-2025").OrThrow());
            Maps = new AreaMaps(Work, Plan);
        }

        public CityWork Work { get; }

        public MeasuredPlan Plan { get; }

        public AreaMaps Maps { get; }

        public void Dispose() => _folder.Dispose();
    }
}
