namespace CityRenewal.Geo.Cities;

/// <summary>What is wrong between boundaries that are reviewed together: told, never mended.</summary>
/// <param name="Code">A stable word: areas_overlap, projects_overlap, project_outside_area, project_without_area.</param>
/// <param name="First">The boundary that it is told of.</param>
/// <param name="Second">The other one; empty where there is none.</param>
/// <param name="AreaM2">Land that it is about, m².</param>
/// <param name="Text">A sentence in English.</param>
/// <param name="TextChinese">The same in Chinese.</param>
public sealed record BoundaryNote(string Code, string First, string Second, double AreaM2, string Text, string TextChinese);
