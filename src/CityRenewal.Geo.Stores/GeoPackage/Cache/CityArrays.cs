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
        Ids = source.ReadTexts(),
        Shapes = source.ReadPolygons(),
        LegalArea = source.Read<double>(),
        LegalPerimeter = source.Read<double>(),
        DeclaredArea = source.Read<double>(),
        FarLimit = source.Read<double>(),
        LandUse = source.ReadCodes(),
        LandUseSystem = source.ReadCodes(),
        Positions = source.Read<RightsPosition>(),
        Locks = source.Read<ParcelLock>(),
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
        Ids = source.ReadTexts(),
        Shapes = source.ReadPolygons(),
        ParcelIds = source.ReadTexts(),
        StoreysAboveColumn = source.Read<int>(),
        StoreysBelowColumn = source.Read<int>(),
        FloorAreaColumn = source.Read<double>(),
        FloorAreaOriginColumn = source.Read<FloorAreaOrigin>(),
        YearBuiltColumn = source.Read<int>(),
        DangerGradeColumn = source.Read<DangerGrade>(),
        RepairValueColumn = source.Read<RepairValue>(),
        IllegalAreaColumn = source.Read<double>(),
        HouseholdsColumn = source.Read<int>(),
        PeopleColumn = source.Read<int>(),
        RenewedYearColumn = source.Read<int>(),
        DangerCertificates = source.ReadTexts(),
        IllegalDecisions = source.ReadTexts(),
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
        Ids = source.ReadTexts(), Kinds = source.ReadCodes(), Lines = source.ReadLines(), Widths = source.Read<double>(),
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
        Ids = source.ReadTexts(), Kinds = source.ReadCodes(), Names = source.ReadTexts(), BuildingIds = source.ReadTexts(),
        Shapes = source.ReadPolygons(), PointsX = source.Read<int>(), PointsY = source.Read<int>(),
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
        Ids = source.ReadTexts(), Names = source.ReadTexts(), Parents = source.ReadTexts(), Kinds = source.ReadCodes(),
        Shapes = source.ReadPolygons(), Numbers = ReadNumbers(source), Texts = ReadTexts(source),
    };

    private static Dictionary<string, double[]> ReadNumbers(ArrayReader source)
    {
        var names = source.ReadTexts();
        return Enumerable.Range(0, names.Count).ToDictionary(i => names[i], _ => source.Read<double>());
    }

    private static Dictionary<string, TextColumn> ReadTexts(ArrayReader source)
    {
        var names = source.ReadTexts();
        return Enumerable.Range(0, names.Count).ToDictionary(i => names[i], _ => source.ReadTexts());
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
