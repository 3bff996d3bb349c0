using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public class RealDataTests
{
    // Declared areas of a cadastre are measured by other means than its drawing: most agree to a few percent.
    [RealDataFact("fr-cadastre-25354")]
    public void A_French_commune_is_known_as_Lambert_93_and_its_areas_agree_with_the_declared_ones()
    {
        var imported = Import("fr-cadastre-25354/25354.gpkg", "fr-cadastre-25354.yaml");
        var parcels = imported.Layers.Single(layer => layer.Name == LayerNames.Parcels);
        var declared = ((RealSource)parcels.Column("declared_area_m2")!).Values;
        var measure = EllipsoidalMeasure.In(parcels.Epsg);
        var areas = Enumerable.Range(0, 511).Select(row => Area(parcels.Shapes, row, measure)).ToArray();

        Assert.Equal((2154, 511), (parcels.Epsg, parcels.Shapes.Count));
        Assert.Equal([252, 8], imported.Layers.Where(layer => layer.Name != LayerNames.Parcels).Select(layer => layer.Shapes.Count));
        Assert.InRange(areas.Sum() / declared.Sum(), 0.99, 1.01);
        Assert.Equal(["COMMUNE_id", "SUBDFISC_id"], imported.Report.Sources.Where(source => source.Layer.Length == 0).Select(source => source.SourceLayer));
    }

    [RealDataFact("fr-cadastre-25354")]
    public void The_French_tables_need_no_mapping() => Assert.Equal(
        ["buildings", "parcels", "planning_units"],
        LayerImport.Read(new ImportRequest([Path.Combine(TestData.RealFolder, "fr-cadastre-25354/25354.gpkg")])).Layers.Select(layer => layer.Name));

    [RealDataFact("bubenec")]
    public void A_quarter_in_Web_Mercator_is_measured_on_the_ground()
    {
        var imported = Import("bubenec/bubenec.gpkg", "bubenec.yaml");
        var parcels = imported.Layers.Single(layer => layer.Name == LayerNames.Parcels);
        var measure = EllipsoidalMeasure.In(parcels.Epsg);
        var onTheGround = Enumerable.Range(0, 407).Sum(row => Area(parcels.Shapes, row, measure));
        var inTheFile = Enumerable.Range(0, 407).Sum(row => AsDeliveredTests.PlanarArea(parcels.Shapes, row));

        Assert.Equal((3857, 407, 144), (parcels.Epsg, parcels.Shapes.Count, imported.Layers[0].Shapes.Count));
        Assert.InRange(inTheFile / onTheGround, 2.3, 2.5);
        Assert.Contains(imported.Report.Sources, source => source.SourceLayer == "streets" && source.Notes[0].StartsWith("left out", StringComparison.Ordinal));
    }

    private static ImportedLayers Import(string file, string mapping) =>
        LayerImport.Read(new ImportRequest([Path.Combine(TestData.RealFolder, file)], TestData.Mapping(mapping)));

    private static double Area(SourceShapes shapes, int row, EllipsoidalMeasure measure)
    {
        double sum = 0;
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            var (start, count) = (shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring]);
            var area = Math.Abs(measure.OfRing(shapes.X.AsSpan(start, count), shapes.Y.AsSpan(start, count)).Area);
            sum += shapes.IsHole.Length > 0 && shapes.IsHole[ring] ? -area : area;
        }

        return sum;
    }
}
