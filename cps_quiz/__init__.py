"""An exam-prep quiz for future Massachusetts Certified Peer Specialists."""

__version__ = "0.2.0"
