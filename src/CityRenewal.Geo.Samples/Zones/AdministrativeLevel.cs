namespace CityRenewal.Geo.Samples.Zones;

/// <summary>A level of the administration.</summary>
/// <param name="Kind">district, street or community.</param>
/// <param name="KeyOf">The unit of a cell.</param>
/// <param name="NameOf">Name of the n-th unit.</param>
/// <param name="Digits">Digits that the level adds to the code of the level above.</param>
internal sealed record AdministrativeLevel(
    string Kind, Func<(int I, int J), (int Row, int Column)> KeyOf, Func<int, string> NameOf, int Digits);
