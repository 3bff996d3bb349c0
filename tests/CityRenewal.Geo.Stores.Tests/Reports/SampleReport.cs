using System.Xml.Linq;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Html;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>Reports of the sample plan, as text and as the tree that a browser would make of it.</summary>
internal static class SampleReport
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static ReportHead Head(bool isPublic = false) =>
        new() { Engine = "engine 1", Source = "plan.gpkg", Date = "2026-11-26", IsPublic = isPublic };

    public static string HtmlOf(ReportContent content, int threads = 0)
    {
        var writer = new StringWriter();
        HtmlReport.Write(content, writer, threads);
        return writer.ToString();
    }

    public static XDocument Parsed(string html) => XDocument.Parse(html, LoadOptions.PreserveWhitespace);

    /// <summary>Every id of a parcel or building that nobody may find in a public report.</summary>
    public static IEnumerable<string> IdsOf(City city) =>
        Enumerable.Range(0, city.Parcels.Count).Select(row => city.Parcels.Ids[row])
            .Concat(Enumerable.Range(0, city.Buildings.Count).Select(row => city.Buildings.Ids[row]));

    /// <summary>The outlines of the plan's areas as boundaries that somebody drew, under other names.</summary>
    public static BoundaryReview Review(ReviewGround ground, MeasuredPlan plan, IReadOnlyList<string> names)
    {
        var transform = Shapes.PlaneTransform.Between(ground.Book.Ground.City.Epsg, ground.Book.Ground.City.Plane);
        var rings = names.Select((_, i) =>
        {
            var outline = plan.Plan.Areas[i].Outline;
            int from = outline.RingStart[0], count = outline.RingStart[1] - from;
            double[] x = new double[count], y = new double[count];
            transform.FromGrid(outline.X.Slice(from, count), outline.Y.Slice(from, count), x, y);
            return (x, y);
        }).ToList();
        var shapes = new SourceShapes
        {
            Kind = ShapeKind.Polygon,
            X = [.. rings.SelectMany(ring => ring.x)],
            Y = [.. rings.SelectMany(ring => ring.y)],
            RingStart = [0, .. rings.Select((_, i) => rings.Take(i + 1).Sum(ring => ring.x.Length))],
            FeatureStart = [.. Enumerable.Range(0, names.Count + 1)],
            IsHole = [],
        };
        return BoundaryReview.Of(ground, new OutlinesUnderReview(names, shapes, ground.Book.Ground.City.Epsg));
    }
}
