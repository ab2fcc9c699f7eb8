import pytest

from service_blueprint.pages.folders import Folder, folder_title, tree


@pytest.mark.parametrize(
    ("name", "title"),
    [("hr", "Hr"), ("human-resources", "Human resources"), ("IT_support", "IT support"), ("őrzés", "Őrzés"), ("", "")],
)
def test_a_folder_is_called_by_its_name(name: str, title: str) -> None:
    assert folder_title(name) == title


def test_blueprints_stand_in_their_folders_in_the_order_given() -> None:
    assert tree(["b", "hr/it/x", "a", "hr/y"]) == Folder(
        "", ["b", "a"], [Folder("hr", ["hr/y"], [Folder("hr/it", ["hr/it/x"])])]
    )
