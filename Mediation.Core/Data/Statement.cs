namespace Mediation.Core.Data;

/// <summary>A write whose count of rows nobody asks for.</summary>
/// <param name="Sql">One statement or several.</param>
/// <param name="Parameters">Its values; not changed after it was handed over.</param>
/// <param name="AtEnd">On SQLite it is carried out once the whole group has run: the text index makes one segment then, not one a command.</param>
sealed record Statement(string Sql, object Parameters, bool AtEnd = false);
