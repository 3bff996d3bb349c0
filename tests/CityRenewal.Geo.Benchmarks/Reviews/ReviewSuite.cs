using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Editing;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Benchmarks.Reviews;

/// <summary>
/// Boundaries judged by a rule pack on a city that is ready: a thousand squares of 300 m at once, and one area that was edited
/// judged anew, with what is proposed for its buildings.
/// </summary>
public sealed class ReviewSuite : IBenchmarkSuite
{
    private const int Areas = 1_000;
    private const double Side = 300;

    public string Name => "review";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var work = new CityWork(city) { Threads = 2 };
        work.Facts();
        work.Fabric();
        foreach (var id in (string[])["chongqing-2025", "guizhou-2026"])
        {
            var pack = RulePackShelf.Read(id).OrThrow();
            ReviewGround? ground = null;
            book.Ours(Name, $"{id}: rules made ready for the city", parcels, parcels, () => ground = ReviewGround.Of(work, pack, new ProposalOptions { Threads = 2 }));
            var outlines = Squares(city, Areas);
            BoundaryReview? review = null;
            // What strips, districts and edges are made of is read at the first review: each of these runs has a city that was just made ready.
            var fresh = new Queue<ReviewGround>(Enumerable.Range(0, book.Repeats + 1).Select(_ => ReviewGround.Of(work, pack, new ProposalOptions { Threads = 2 })));
            book.Ours(Name, $"{id}: {Areas:N0} areas reviewed, first review", parcels, Areas, () => review = BoundaryReview.Of(ground = fresh.Dequeue(), outlines));
            book.Ours(Name, $"{id}: {Areas:N0} areas reviewed again", parcels, Areas, () => review = BoundaryReview.Of(ground!, outlines));
            Console.Error.WriteLine($"  {review!.Boundaries.Sum(boundary => boundary.Parcels.Count):N0} parcels in them, {pack.Rules.Count} rules");
            JudgeAgain(book, parcels, id, ground!, review);
        }
    }

    private void JudgeAgain(TrialBook book, int parcels, string id, ReviewGround ground, BoundaryReview review)
    {
        var (city, facts) = (ground.Book.Ground.City, ground.Book.Ground.Facts);
        var times = new List<(double Wall, double Cpu)>();
        foreach (var boundary in review.Boundaries.Where(boundary => boundary.Parcels.Count > 0).Take(500))
        {
            var outline = city.Parcels.Shapes;
            var stock = AreaStock.Of(city, facts, new AreaLand(boundary.Parcels, outline));
            BuildingDisposition[] stays = [.. stock.Buildings.Select(building => new BuildingDisposition(building.Row, Disposition.Retain, DemolitionKind.None, "sound"))];
            times.Add(OwnClock.Time(() => ground.Book.Check(new AreaUnderReview(
                boundary.Id, AreaStock.Of(city, facts, new AreaLand(boundary.Parcels, outline, stays)), ground.Around))));
        }

        double[] wall = [.. times.Skip(50).Select(time => time.Wall).Order()], cpu = [.. times.Skip(50).Select(time => time.Cpu).Order()];
        var note = $"p50 {At(wall, 0.5)}, p99 {At(wall, 0.99)}, most {At(wall, 1)} of {wall.Length}";
        book.Enter(new Trial(Name, $"{id}: one edited area judged again", "ours", parcels, 1, wall, cpu, note));
    }

    private static string At(double[] sorted, double share) => string.Create(
        CultureInfo.InvariantCulture, $"{sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] * 1000:0.00} ms");

    // Squares around parcels that lie evenly along the order of rows, in the city's own system.
    private static OutlinesUnderReview Squares(City city, int count)
    {
        var transform = PlaneTransform.Between(city.Epsg, city.Plane);
        var half = (int)(Side / 2 * city.Plane.UnitsPerMetre);
        int[] gridX = new int[5 * count], gridY = new int[5 * count];
        for (var i = 0; i < count; i++)
        {
            var box = city.Parcels.Shapes.BoxOf((int)((long)city.Parcels.Count * i / count));
            int x = (int)(((long)box.MinX + box.MaxX) / 2), y = (int)(((long)box.MinY + box.MaxY) / 2);
            int[] dx = [-half, half, half, -half, -half], dy = [-half, -half, half, half, -half];
            for (var corner = 0; corner < 5; corner++)
            {
                (gridX[(5 * i) + corner], gridY[(5 * i) + corner]) = (x + dx[corner], y + dy[corner]);
            }
        }

        var (east, north) = (new double[gridX.Length], new double[gridX.Length]);
        transform.FromGrid(gridX, gridY, east, north);
        var shapes = new SourceShapes
        {
            Kind = ShapeKind.Polygon, X = east, Y = north, IsHole = [],
            RingStart = [.. Enumerable.Range(0, count + 1).Select(i => 5 * i)], FeatureStart = [.. Enumerable.Range(0, count + 1)],
        };
        return new OutlinesUnderReview([.. Enumerable.Range(0, count).Select(i => $"A{i:0000}")], shapes, city.Epsg);
    }
}
