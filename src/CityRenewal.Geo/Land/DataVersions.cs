using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// The version of a city's data: a SHA-256 over its plane, grid coordinates and columns, in their final order. Two cities
/// with the same version give the same plans. Columns are hashed side by side, then their hashes in the order of names.
/// </summary>
public static class DataVersions
{
    private delegate ReadOnlySpan<byte> Content();

    /// <summary>The version of a city, as 64 hexadecimal digits.</summary>
    public static string Of(City city, ParallelOptions parallel)
    {
        return Joined(Parts(city), parallel);
    }

    private static string Joined(List<(string Name, Content Content)> parts, ParallelOptions parallel)
    {
        var lines = new string[parts.Count];
        Parallel.For(0, parts.Count, parallel, i =>
            lines[i] = $"{parts[i].Name}={Convert.ToHexStringLower(SHA256.HashData(parts[i].Content()))}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>The version of one layer alone, by its name: what evidence that was read off it names.</summary>
    public static string OfLayer(City city, string layer, ParallelOptions parallel)
    {
        var parts = Parts(city).FindAll(part => part.Name == layer || part.Name.StartsWith(layer + ".", StringComparison.Ordinal));
        return Joined(parts, parallel);
    }

    private static List<(string Name, Content Content)> Parts(City city)
    {
        var parts = new List<(string, Content)> { ("city", () => Encoding.UTF8.GetBytes(Heading(city))) };
        AddParcels(parts, city.Parcels);
        AddBuildings(parts, city.Buildings);
        foreach (var name in city.ZoneLayers.Keys.Order(StringComparer.Ordinal))
        {
            AddZones(parts, name, city.ZoneLayers[name]);
        }

        AddBarriers(parts, city.Barriers);
        AddItems(parts, city.ProtectedItems);
        if (city.Stations.Count > 0)
        {
            AddStations(parts, city.Stations);
        }

        return parts;
    }

    private static string Heading(City city) => string.Create(
        CultureInfo.InvariantCulture,
        $"{city.Name}\n{city.BaselineYear}\n{city.Plane.CentreLongitude:R} {city.Plane.CentreLatitude:R} {city.Plane.SouthParallel:R} "
        + $"{city.Plane.NorthParallel:R} {city.Plane.GridSize:R} {city.Plane.Local?.East:R} {city.Plane.Local?.North:R}\n");

    private static void AddParcels(List<(string, Content)> parts, Parcels parcels)
    {
        Add(parts, "parcels.id", parcels.Ids);
        Add(parts, "parcels", parcels.Shapes);
        parts.Add(("parcels.legal_area", () => MemoryMarshal.AsBytes(parcels.LegalAreas)));
        parts.Add(("parcels.legal_perimeter", () => MemoryMarshal.AsBytes(parcels.LegalPerimeters)));
        parts.Add(("parcels.declared_area", () => MemoryMarshal.AsBytes(parcels.DeclaredAreas)));
        parts.Add(("parcels.far_limit", () => MemoryMarshal.AsBytes(parcels.FarLimits)));
        Add(parts, "parcels.land_use", parcels.LandUse);
        Add(parts, "parcels.land_use_system", parcels.LandUseSystem);
        parts.Add(("parcels.position", () => MemoryMarshal.AsBytes(parcels.Position)));
        parts.Add(("parcels.lock", () => MemoryMarshal.AsBytes(parcels.Lock)));
    }

    private static void AddBuildings(List<(string, Content)> parts, Buildings buildings)
    {
        Add(parts, "buildings.id", buildings.Ids);
        Add(parts, "buildings", buildings.Shapes);
        Add(parts, "buildings.parcel", buildings.ParcelIds);
        parts.Add(("buildings.storeys_above", () => MemoryMarshal.AsBytes(buildings.StoreysAbove)));
        parts.Add(("buildings.storeys_below", () => MemoryMarshal.AsBytes(buildings.StoreysBelow)));
        parts.Add(("buildings.floor_area", () => MemoryMarshal.AsBytes(buildings.FloorArea)));
        parts.Add(("buildings.floor_area_origin", () => MemoryMarshal.AsBytes(buildings.FloorAreaOrigins)));
        parts.Add(("buildings.year_built", () => MemoryMarshal.AsBytes(buildings.YearBuilt)));
        parts.Add(("buildings.danger_grade", () => MemoryMarshal.AsBytes(buildings.DangerGrades)));
        parts.Add(("buildings.repair_value", () => MemoryMarshal.AsBytes(buildings.RepairValues)));
        parts.Add(("buildings.illegal_area", () => MemoryMarshal.AsBytes(buildings.IllegalArea)));
        parts.Add(("buildings.households", () => MemoryMarshal.AsBytes(buildings.Households)));
        parts.Add(("buildings.people", () => MemoryMarshal.AsBytes(buildings.People)));
        parts.Add(("buildings.renewed_year", () => MemoryMarshal.AsBytes(buildings.RenewedYear)));
        Add(parts, "buildings.danger_certificate", buildings.DangerCertificates);
        Add(parts, "buildings.illegal_decision", buildings.IllegalDecisions);
        Add(parts, "buildings.structure", buildings.Structure);
        Add(parts, "buildings.use", buildings.Use);
    }

    private static void AddZones(List<(string, Content)> parts, string name, Zones zones)
    {
        Add(parts, $"{name}.id", zones.Ids);
        Add(parts, $"{name}.name", zones.Names);
        Add(parts, $"{name}.parent", zones.Parents);
        Add(parts, $"{name}.kind", zones.Kinds);
        Add(parts, name, zones.Shapes);
        foreach (var text in zones.TextNames)
        {
            Add(parts, $"{name}.{text}", zones.Text(text));
        }

        foreach (var number in zones.NumberNames)
        {
            parts.Add(($"{name}.{number}", () => MemoryMarshal.AsBytes(zones.Number(number))));
        }
    }

    private static void AddBarriers(List<(string, Content)> parts, Barriers barriers)
    {
        Add(parts, "barriers.id", barriers.Ids);
        Add(parts, "barriers.kind", barriers.Kinds);
        parts.Add(("barriers.x", () => MemoryMarshal.AsBytes(barriers.Lines.X)));
        parts.Add(("barriers.y", () => MemoryMarshal.AsBytes(barriers.Lines.Y)));
        parts.Add(("barriers.path_start", () => MemoryMarshal.AsBytes(barriers.Lines.PathStart)));
        parts.Add(("barriers.feature_start", () => MemoryMarshal.AsBytes(barriers.Lines.FeatureStart)));
        parts.Add(("barriers.width", () => MemoryMarshal.AsBytes(barriers.Width)));
    }

    private static void AddItems(List<(string, Content)> parts, ProtectedItems items)
    {
        Add(parts, "protected_items.id", items.Ids);
        Add(parts, "protected_items.kind", items.Kinds);
        Add(parts, "protected_items.name", items.Names);
        Add(parts, "protected_items.building", items.BuildingIds);
        Add(parts, "protected_items", items.Shapes);
        parts.Add(("protected_items.point_x", () => MemoryMarshal.AsBytes(items.PointX)));
        parts.Add(("protected_items.point_y", () => MemoryMarshal.AsBytes(items.PointY)));
    }

    private static void AddStations(List<(string, Content)> parts, Stations stations)
    {
        Add(parts, "stations.id", stations.Ids);
        Add(parts, "stations.kind", stations.Kinds);
        Add(parts, "stations.name", stations.Names);
        Add(parts, "stations", stations.Shapes);
        parts.Add(("stations.point_x", () => MemoryMarshal.AsBytes(stations.PointX)));
        parts.Add(("stations.point_y", () => MemoryMarshal.AsBytes(stations.PointY)));
    }

    private static void Add(List<(string, Content)> parts, string name, TextColumn texts)
    {
        parts.Add(($"{name}.text", () => texts.Bytes));
        parts.Add(($"{name}.text_start", () => MemoryMarshal.AsBytes(texts.Start)));
    }

    private static void Add(List<(string, Content)> parts, string name, CodeColumn codes)
    {
        parts.Add(($"{name}.code", () => MemoryMarshal.AsBytes(codes.Codes)));
        parts.Add(($"{name}.words", () => Encoding.UTF8.GetBytes(string.Join('\n', codes.Words))));
    }

    private static void Add(List<(string, Content)> parts, string name, PolygonColumns shapes)
    {
        parts.Add(($"{name}.x", () => MemoryMarshal.AsBytes(shapes.X)));
        parts.Add(($"{name}.y", () => MemoryMarshal.AsBytes(shapes.Y)));
        parts.Add(($"{name}.ring_start", () => MemoryMarshal.AsBytes(shapes.RingStart)));
        parts.Add(($"{name}.feature_start", () => MemoryMarshal.AsBytes(shapes.FeatureStart)));
    }
}
