using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>A city as a fixed sequence of arrays: what is written first is read first.</summary>
internal static class CityArrays
{
    internal static void Write(ArrayWriter target, City city)
    {
        target.Write(city.Name);
        target.Write(city.DataVersion);
        target.Write<int>([city.BaselineYear ?? Unknown.Integer, city.Epsg, (int)city.Classification]);
        target.Write(PlaneNumbers(city.Plane));
        Write(target, city.Parcels);
        Write(target, city.Buildings);
        Write(target, city.Barriers);
        Write(target, city.ProtectedItems);
        Write(target, city.Stations);
        var zones = LayerNames.Zones.Where(city.ZoneLayers.ContainsKey).ToList();
        target.Write(TextColumn.From(zones));
        zones.ForEach(name => Write(target, city.ZoneLayers[name]));
    }

    internal static City Read(ArrayReader source)
    {
        var (name, version) = (source.ReadText(), source.ReadText());
        var (year, epsg, level) = source.Read<int>() is [var first, var second, var third] ? (first, second, third) : throw new InvalidDataException("The settings are incomplete.");
        return new City
        {
            Name = name,
            DataVersion = version,
            Epsg = epsg,
            Classification = (Classification)level,
            BaselineYear = year == Unknown.Integer ? null : year,
            Plane = PlaneOf(source.Read<double>()),
            Parcels = ReadParcels(source),
            Buildings = ReadBuildings(source),
            Barriers = ReadBarriers(source),
            ProtectedItems = ReadItems(source),
            Stations = ReadStations(source),
            ZoneLayers = ReadZoneLayers(source),
        };
    }

    private static void Write(ArrayWriter target, Parcels parcels)
    {
        target.Write(parcels.Ids);
        target.Write(parcels.Shapes);
        target.Write(parcels.LegalAreas);
        target.Write(parcels.LegalPerimeters);
        target.Write(parcels.DeclaredAreas);
        target.Write(parcels.FarLimits);
        target.Write(parcels.LandUse);
        target.Write(parcels.LandUseSystem);
        target.Write(parcels.Position);
        target.Write(parcels.Lock);
    }

    private static Parcels ReadParcels(ArrayReader source) => new()
    {
        Ids = source.ReadTextsLater(),
        Shapes = source.ReadPolygons(),
        LegalArea = source.ReadLater<double>(),
        LegalPerimeter = source.ReadLater<double>(),
        DeclaredArea = source.ReadLater<double>(),
        FarLimit = source.ReadLater<double>(),
        LandUse = source.ReadCodes(),
        LandUseSystem = source.ReadCodes(),
        Positions = source.ReadLater<RightsPosition>(),
        Locks = source.ReadLater<ParcelLock>(),
    };

    private static void Write(ArrayWriter target, Buildings buildings)
    {
        target.Write(buildings.Ids);
        target.Write(buildings.Shapes);
        target.Write(buildings.ParcelIds);
        target.Write(buildings.StoreysAbove);
        target.Write(buildings.StoreysBelow);
        target.Write(buildings.FloorArea);
        target.Write(buildings.FloorAreaOrigins);
        target.Write(buildings.YearBuilt);
        target.Write(buildings.DangerGrades);
        target.Write(buildings.RepairValues);
        target.Write(buildings.IllegalArea);
        target.Write(buildings.Households);
        target.Write(buildings.People);
        target.Write(buildings.RenewedYear);
        target.Write(buildings.DangerCertificates);
        target.Write(buildings.IllegalDecisions);
        target.Write(buildings.Structure);
        target.Write(buildings.Use);
    }

    private static Buildings ReadBuildings(ArrayReader source) => new()
    {
        Ids = source.ReadTextsLater(),
        Shapes = source.ReadPolygons(),
        ParcelIds = source.ReadTextsLater(),
        StoreysAboveColumn = source.ReadLater<int>(),
        StoreysBelowColumn = source.ReadLater<int>(),
        FloorAreaColumn = source.ReadLater<double>(),
        FloorAreaOriginColumn = source.ReadLater<FloorAreaOrigin>(),
        YearBuiltColumn = source.ReadLater<int>(),
        DangerGradeColumn = source.ReadLater<DangerGrade>(),
        RepairValueColumn = source.ReadLater<RepairValue>(),
        IllegalAreaColumn = source.ReadLater<double>(),
        HouseholdsColumn = source.ReadLater<int>(),
        PeopleColumn = source.ReadLater<int>(),
        RenewedYearColumn = source.ReadLater<int>(),
        DangerCertificates = source.ReadTextsLater(),
        IllegalDecisions = source.ReadTextsLater(),
        Structure = source.ReadCodes(),
        Use = source.ReadCodes(),
    };

    private static void Write(ArrayWriter target, Barriers barriers)
    {
        target.Write(barriers.Ids);
        target.Write(barriers.Kinds);
        target.Write(barriers.Lines);
        target.Write(barriers.Width);
    }

    private static Barriers ReadBarriers(ArrayReader source) => new()
    {
        Ids = source.ReadTextsLater(), Kinds = source.ReadCodes(), Lines = source.ReadLines(), Widths = source.ReadLater<double>(),
    };

    private static void Write(ArrayWriter target, ProtectedItems items)
    {
        target.Write(items.Ids);
        target.Write(items.Kinds);
        target.Write(items.Names);
        target.Write(items.BuildingIds);
        target.Write(items.Shapes);
        target.Write(items.PointX);
        target.Write(items.PointY);
    }

    private static ProtectedItems ReadItems(ArrayReader source) => new()
    {
        Ids = source.ReadTextsLater(), Kinds = source.ReadCodes(), Names = source.ReadTextsLater(), BuildingIds = source.ReadTextsLater(),
        Shapes = source.ReadPolygons(), PointsX = source.ReadLater<int>(), PointsY = source.ReadLater<int>(),
    };

    private static void Write(ArrayWriter target, Stations stations)
    {
        target.Write(stations.Ids);
        target.Write(stations.Kinds);
        target.Write(stations.Names);
        target.Write(stations.Shapes);
        target.Write(stations.PointX);
        target.Write(stations.PointY);
    }

    private static Stations ReadStations(ArrayReader source) => new()
    {
        Ids = source.ReadTextsLater(), Kinds = source.ReadCodes(), Names = source.ReadTextsLater(),
        Shapes = source.ReadPolygons(), PointsX = source.ReadLater<int>(), PointsY = source.ReadLater<int>(),
    };

    private static void Write(ArrayWriter target, Zones zones)
    {
        target.Write(zones.Ids);
        target.Write(zones.Names);
        target.Write(zones.Parents);
        target.Write(zones.Kinds);
        target.Write(zones.Shapes);
        var numbers = zones.NumberNames.ToList();
        target.Write(TextColumn.From(numbers));
        numbers.ForEach(name => target.Write(zones.Number(name)));
        var texts = zones.TextNames.ToList();
        target.Write(TextColumn.From(texts));
        texts.ForEach(name => target.Write(zones.Text(name)));
    }

    private static Dictionary<string, Zones> ReadZoneLayers(ArrayReader source)
    {
        var names = source.ReadTexts();
        return Enumerable.Range(0, names.Count).ToDictionary(i => names[i], _ => ReadZones(source));
    }

    private static Zones ReadZones(ArrayReader source) => new()
    {
        Ids = source.ReadTextsLater(), Names = source.ReadTextsLater(), Parents = source.ReadTextsLater(), Kinds = source.ReadCodes(),
        Shapes = source.ReadPolygons(), Numbers = ReadNumbers(source), Texts = ReadTexts(source),
    };

    private static Dictionary<string, double[]> ReadNumbers(ArrayReader source)
    {
        var names = source.ReadTexts();
        return Enumerable.Range(0, names.Count).ToDictionary(i => names[i], _ => source.ReadLater<double>());
    }

    private static Dictionary<string, TextColumn> ReadTexts(ArrayReader source)
    {
        var names = source.ReadTexts();
        return Enumerable.Range(0, names.Count).ToDictionary(i => names[i], _ => source.ReadTextsLater());
    }

    private static ReadOnlySpan<double> PlaneNumbers(WorkingPlane plane) => new double[]
    {
        plane.CentreLongitude, plane.CentreLatitude, plane.SouthParallel, plane.NorthParallel, plane.GridSize,
        plane.Local.HasValue ? 1 : 0, plane.Local?.East ?? 0, plane.Local?.North ?? 0,
    };

    private static WorkingPlane PlaneOf(double[] numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
    {
        Local = numbers[5] == 1 ? new LocalOrigin(numbers[6], numbers[7]) : null,
    };
}
